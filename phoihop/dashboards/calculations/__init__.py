"""Pure arithmetic of dashboards: pace, forecast, tiles, what a cell of a picture says."""
