"""A made-up nation to measure on: the real places, made-up residential areas, bodies, people and figures."""
