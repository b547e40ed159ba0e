"""The verbs by which a body acts, in folded form, as they follow its name."""

from .source import phrase

DOES = (
    r"(?:chủ trì|chủ động|phối hợp|tổ chức|xây dựng|tiếp tục|tăng cường|hướng dẫn|chỉ đạo|triển khai"
    r"|thực hiện"
    r"|vận động|tuyên truyền|theo dõi|đôn đốc|giám sát|kiểm tra|tham mưu|chịu trách nhiệm|có|phải|nhận"
    r"|báo cáo|gửi|làm|là|đăng ký|lựa chọn|tích cực|đảm nhận|trực tiếp|hiệp thương|thống nhất|phân công"
    r"|huy động|thường xuyên|kịp thời|duy trì|hoàn thành(?! (?:tốt|xuất sắc) nhiệm vụ)|đề xuất|cần|nâng cao"
    r"|phát huy|rà soát|lập|quan tâm|bố trí|cung cấp|cử|đánh giá|giúp|hỗ trợ|căn cứ|ban hành|phát động"
    r"|tập trung|đẩy mạnh|tham gia|phổ biến|quán triệt|ký kết|định kỳ|hàng|hằng|trên|theo|tổng hợp"
    r"|phụ trách|cùng|tiến hành|công khai|kết hợp|hoạt động|tập hợp|nắm bắt|quản lý|xác định|chuẩn bị"
    r"|đảm bảo|bảo đảm|chỉ định|thành lập|kiện toàn|ưu tiên|lồng ghép|khuyến khích|được|xét|tự|phấn đấu"
    r"|trong|biểu dương|mở|tạo|thăm|nghiên cứu|cụ thể|và đảm bảo|bám sát|củng cố|tổng dọn|dọn|trồng|trao"
    r"|tặng|khảo sát|thống kê|in ấn|vào cuộc|đăng tải|xem xét|tiếp thu|giải trình|trả lời|thông báo|cấp"
    r"|thẩm định|tiếp nhận|giải quyết|xử lý|phê duyệt|quyết định|trình|mời|tư vấn|đào tạo|bồi dưỡng"
    r"|tập huấn|biên soạn|phát hành|phát sóng|đưa tin|cho vay|giải ngân|kêu gọi|chăm lo|chăm sóc|khám"
    r"|nhân rộng|giới thiệu|đỡ đầu|quản lý|đề nghị|yêu cầu|kiến nghị|thu thập|bảo vệ(?= quyền)|đối thoại"
    r"|đấu tranh|ngăn chặn|phát hiện|tuần tra|xác minh|chia sẻ|trao đổi|cam kết|ủng hộ|động viên"
    r"|chuyển giao|khai thác|sử dụng|áp dụng|đưa|tuyển chọn|quy hoạch|đầu tư|sửa chữa|đồng hành|lắng nghe"
    r"|tiếp xúc|góp ý|phản biện|phản ánh|bàn giao|luân phiên|hội ý|họp|giao ban|sơ kết|tổng kết|kiểm điểm"
    r"|đảm nhiệm|đăng cai|tham dự|cam kết|gương mẫu|giáo dục|cảm hóa|hòa giải|truyền thông|đổi mới|phân bổ"
    r"|kết nạp|phát triển|mở rộng|chỉnh trang|giữ gìn|thu gom|phân loại|nâng cấp|hoàn thiện|thành lập)"
)
_WHICH = r"(?:biên giới|miền núi|ven biển|trọng điểm|trực thuộc|nói trên|nêu trên|trên địa bàn(?: \w+){0,2})"
#: A verb after a name, with what may stand between.
VERB = phrase(rf"[\s,]*(?:{_WHICH} )?(?:cũng |đã |sẽ |đều )?{DOES}\b")
