# Every target works on a fresh machine with git, make and python3 (with venv).
.DEFAULT_GOAL := help
.PHONY: help setup run test test-all check bench faults demo matrix schema lock screenshots

help: ## liệt kê các lệnh / list the commands
	@sed -n 's/^\([a-z-]*\):.*## /  make \1|/p' Makefile | column -t -s '|'

setup: ## cài đặt (.venv); sau đó dùng được .venv/bin/phoihop / install only
	@bin/setup run

run: ## chạy chương trình tại http://127.0.0.1:8000 / run (PORT=…, SAMPLE=no, DATABASE_URL=…)
	@bin/setup run && exec .venv/bin/phoihop run

demo: ## đặt lại số liệu minh họa / reset the sample data
	@bin/setup run && exec .venv/bin/phoihop manage reset_sample

test: ## mọi kiểm tra cần cho một thay đổi / every check a change must pass
	@bin/test

test-all: ## như trên, thêm các kiểm thử lâu / the long cases too
	@bin/test --slow

check: ## định dạng, lỗi, kiểu, ranh giới / format, lint, types and contracts only
	@bin/test --static

bench: ## đo tốc độ / measure
	@bin/setup dev && exec .venv/bin/python bin/bench.py

faults: ## giết tiến trình giữa lúc ghi, đếm mất và lặp / break it while people write
	@bin/setup dev && exec .venv/bin/python bin/faults.py

matrix: ## viết lại bảng quyền truy cập / write docs/reference/access.md again
	@.venv/bin/phoihop manage access_matrix

schema: ## viết lại bản chụp các bảng sau khi thêm migration / dump the tables after a new migration
	@bin/setup dev && exec .venv/bin/python bin/schema.py

lock: ## tính lại requirements/*.txt / resolve the requirement lists again
	@bin/lock

screenshots: ## chụp lại các trang chính cho tài liệu / pictures of the main pages
	@bin/setup dev && exec .venv/bin/python bin/screenshots.py
