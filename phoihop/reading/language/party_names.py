"""What the organised bodies are called: data, in folded form (see `source`), longest names first.

To teach the reader a new name, add it here and a case to tests/reading/corpus/parties.json.
"""

#: The board that speaks for a body, printed before its name.
STANDING = (
    r"(?:(?:ban )?thường trực |ban thường vụ |ban chấp hành |ban bí thư |đoàn chủ tịch |lãnh đạo |btt "
    r"|btv |bch "
    r"|tt\.? ?|đ/c )?"
)
_SOCIAL = r"(?:chính trị ?(?:[-,] ?)?(?:xã hội|xh)|ct ?- ?xh)"

UBND = rf"{STANDING}(?:ủy ban nhân dân|ubnd)\b|chính quyền\b(?! (?:trong sạch|vững))"
HDND = rf"{STANDING}(?:hội đồng nhân dân|hđnd)\b"
MTTQ = (
    rf"{STANDING}(?:"
    r"(?:cơ quan )?(?:ủy ban |ub ?\.? ?)(?:trung ương |tw ?)?(?:mặt trận tổ quốc|mttq(?:vn)?"
    r"|mặt trận)\b(?: \(mttq\))?"
    r"|ub(?:tw|tư)?mttq(?:vn)?\b|ubmt\b|mặt trận tổ quốc\b(?: \(mttq\))?|mttq(?:vn)?\b"
    r"|(?<!công tác )(?<!cán bộ )mặt trận(?= (?:các cấp|và (?:các|hội|đoàn|công an)|với|chủ trì|cấp)\b)"
    r"|(?<!công tác )(?<!cán bộ )(?<!trên )(?<!các )(?<!hệ thống )mặt trận(?= (?:xã|phường|thị trấn|huyện"
    r"|quận|thị xã|tỉnh|thành phố|báo cáo|phối hợp|tổng hợp|cung cấp|vận động|tuyên truyền|giám sát|hướng dẫn"
    r"|thông báo|có trách nhiệm|theo dõi|kiểm tra)\b)"
    r"|(?:(?<=với )|(?<=cho )|(?<=gửi ))mặt trận(?! (?:dân tộc|lào|chung|kinh tế|văn hóa|tư tưởng|sản xuất"
    r"|an ninh|số)\b))"
)
CTXH = (
    rf"(?:cơ quan (?:của )?)?(?:tổ chức,? đoàn thể|đoàn thể|tổ chức)(?: (?:nhân dân"
    rf"|quần chúng))? {_SOCIAL}\b"
    r"|(?<=các )đoàn thể(?: chính trị\b| nhân dân\b)?|tổ chức đoàn thể\b"
)
MEMBERS = (
    r"(?:cơ quan (?:của )?)?(?:tổ chức|đơn vị) thành viên\b|(?<=các )thành viên(?= của (?:mttq|mặt trận))"
)
LDLD = rf"{STANDING}(?:(?:tổng )?liên đoàn lao động|lđlđ|công đoàn(?! viên))\b"
ND = rf"{STANDING}(?:trung ương |tw )?(?:hội nông dân|hội nd)\b"
PN = rf"{STANDING}(?:trung ương |tw )?(?:hội (?:liên hiệp )?phụ nữ|hội lhpn|hlhpn|hội lh phụ nữ|hội lhpnvn)\b"
TN = (
    rf"{STANDING}(?:đoàn thanh niên(?: cộng sản hồ chí minh| cshcm)?"
    r"|đoàn tncs(?: hồ chí minh| hcm)?|đtncs hcm|đoàn tn|(?:tỉnh|thành|huyện|thị|quận) ?đoàn|trung ương đoàn"
    r"(?: (?:thanh niên cộng sản|tncs) hồ chí minh)?|(?<!liên )đoàn (?:xã|phường|thị trấn))\b"
)
CCB = rf"{STANDING}(?:trung ương |tw )?(?:hội cựu chiến binh|hội ccb)\b"
DANG = (
    rf"{STANDING}(?:tỉnh ủy|thành ủy|huyện ủy|thị ủy|quận ủy|đảng ủy|đảng bộ(?= (?:tỉnh|huyện|xã|phường"
    rf"|thị)))\b"
    r"|(?:các )?cấp ủy(?: đảng)?\b"
)
KDC = (
    r"(?:ban )công tác mặt trận\b|ban ctmt\b|(?<=các )(?:trưởng ban, )?chi hội(?:, | và )chi đoàn\b"
    r"|(?:tổ chức )?đoàn thể ở khu dân cư\b|khu dân cư\b"
)
TTND = r"ban thanh tra nhân dân\b|ban ttnd\b|bttnd\b"
GSDTCD = r"ban giám sát đầu tư (?:của )?cộng đồng\b|ban gsđtcđ\b|bgsđtcđ\b"
CONGAN = r"(?:lực lượng )?(?<!bộ )công an\b"

#: Code and pattern; the order decides where two names begin at one place.
CODES: tuple[tuple[str, str], ...] = (
    ("GSDTCD", GSDTCD),
    ("TTND", TTND),
    ("KDC", KDC),
    ("CTXH", CTXH),
    ("MEMBERS", MEMBERS),
    ("LDLD", LDLD),
    ("ND", ND),
    ("PN", PN),
    ("TN", TN),
    ("CCB", CCB),
    ("DANG", DANG),
    ("MTTQ", MTTQ),
    ("UBND", UBND),
    ("HDND", HDND),
    ("CONGAN", CONGAN),
)

_PARENT = rf"(?:{MTTQ}|{UBND}|{HDND}|{CTXH}|{LDLD}|{ND}|{PN}|{TN}|{CCB}|{DANG})"
_OF_PARENT = rf"(?: (?:cơ quan )?(?:của )?(?:các )?{_PARENT})"
_FIELD = (
    r"(?:văn hóa(?:(?: ?[-,]? | và )(?:thông tin|xã hội|tt|khoa học|thể thao|du lịch))*"
    r"|kinh tế(?:(?: ?[-,] ?| và )(?:hạ tầng|đô thị|ngân sách))*"
    r"|lao động(?:, | ?- ?)thương binh(?: và | ?- ?)xã hội|lđ-?tb ?(?:&|và) ?xh|lđtbxh|quản lý đô thị|qlđt"
    r"|tư pháp|nội vụ|tài chính(?: ?- ?kế hoạch)?|tài nguyên(?: và | ?- ?| & )môi trường"
    r"|nông nghiệp(?:(?: và | ?- ?)(?:ptnt|phát triển nông thôn|môi trường))?|giáo dục(?: và | ?- ?"
    r"| & )đào tạo"
    r"|y tế|công thương|xây dựng|giao thông vận tải|khoa học và công nghệ|dân tộc(?: và tôn giáo)?"
    r"|thanh tra)"
)

#: Bodies without a code: a department keeps its own words.
OWN_WORDS: tuple[str, ...] = (
    r"văn phòng (?:hđnd|đoàn đbqh)(?: ?& ?| và |, | ?- ?)(?:ubnd|hđnd)\b",
    rf"văn phòng(?:, (?:các )?bộ phận chuyên môn)?{_OF_PARENT}",
    rf"(?:các )?bộ phận (?:chuyên môn|tham mưu|nghiệp vụ)(?:,? giúp việc)?(?: phụ trách)?(?:{_OF_PARENT})?",
    r"(?:các )?cơ quan(?:, đơn vị)? (?:chuyên môn|tham mưu)"
    r"(?: (?:của|thuộc) (?:tỉnh|huyện|thành phố|thị xã|quận|ubnd))?",
    r"(?:các )?cơ quan (?:truyền thông|báo chí|thông tấn)",
    r"(?:các )?(?:cơ quan|đơn vị|tổ chức|ngành|ban|phòng)(?:,? (?:và )?(?:ban|phòng|ngành|đơn vị|tổ chức"
    r"|đoàn thể|cá nhân))*"
    r" (?:có )?liên quan",
    r"các (?:sở|phòng)(?:,? (?:và )?(?:ban|ngành|đoàn thể|cơ quan|đơn vị))+",
    r"các (?:ban|ngành)(?:,? (?:và )?(?:ban|ngành|đoàn thể|phòng|chức năng))+",
    r"(?:các )?công chức(?:(?: chuyên môn| phụ trách)(?: xã| phường)?|(?= (?:làm|là) (?:đầu|đấu) mối))",
    r"liên minh hợp tác xã",
    r"các tổ chức, cơ quan",
    r"(?:các )?ban tư vấn(?:, tổ tư vấn)?",
    rf"(?:các vị )?ủy viên(?: ủy ban)?{_OF_PARENT}",
    r"(?:các )?(?:trưởng )(?:thôn|bản|khu phố|tổ dân phố)(?=(?:,? [\w ]{0,20})? (?:phối hợp|tổ chức"
    r"|vận động|chủ trì))",
    r"(?:các )?(?:mỗi )?cấp công đoàn",
    r"(?:các )?cơ sở hội\b|(?:các )?cấp bộ đoàn(?: và chi đoàn)?\b",
    rf"(?:phòng|sở|ban|ngành) {_FIELD}",
    r"ban (?:dân vận|tuyên giáo(?: và dân vận)?|tổ chức|nội chính|chỉ huy quân sự|chqs"
    r"|quản lý [\w ]{0,20}?dự án|dân tộc)",
    r"(?:bộ chỉ huy quân sự|bộ đội biên phòng|đồn biên phòng|trạm y tế|trung tâm (?:y tế|văn hóa"
    r"|phục vụ hành chính công)"
    r"|ngân hàng chính sách xã hội|kho bạc nhà nước|bảo hiểm xã hội(?= (?:tỉnh|huyện|thành phố|thị xã"
    r"|chủ trì|phối hợp))"
    r"|(?:viện kiểm sát|tòa án) nhân dân(?: tối cao)?|các trường học|các nhà trường)",
    r"hội (?:người cao tuổi|chữ thập đỏ|khuyến học|luật gia|đông y|nạn nhân chất độc da cam(?:/dioxin)?"
    r"|sinh vật cảnh"
    r"|cựu thanh niên xung phong|làm vườn|người mù|liên hiệp thanh niên)",
)

#: Bodies that are a party only where they issue or sign: what a running text says of them is not their duty.
ISSUERS: tuple[str, ...] = (
    rf"bộ (?:{_FIELD}|công an|quốc phòng|ngoại giao|thông tin và truyền thông|kế hoạch và đầu tư"
    r"|nông nghiệp và môi trường|dân tộc và tôn giáo)",
    rf"(?:sở|phòng|ban|ty|cục|chi cục) (?:{_FIELD}|thông tin và truyền thông|kế hoạch và đầu tư|du lịch"
    r"|ngoại vụ|thuế|hải quan|quản lý thị trường|kiểm lâm|thi hành án dân sự|thống kê)",
    r"trưởng (?:thôn|bản|ấp|khu phố|buôn|làng)|(?:văn phòng )?chính phủ|(?:ủy ban thường vụ )?quốc hội"
    r"|ủy ban (?:dân tộc|kiểm tra)"
    r"|ban bí thư(?! trung ương đoàn)(?: trung ương đảng)?"
    r"|ban cán sự đảng [\w ]{2,30}|đảng đoàn [\w ]{2,30}",
    r"(?:ban )?(?:thường vụ )?(?:trung ương )?hội (?:sinh viên|luật gia|nhà báo|doanh nhân trẻ|doanh nghiệp"
    r"|nữ trí thức|cựu giáo chức|cựu công an(?: nhân dân)?|bảo vệ quyền trẻ em)",
    r"ngân hàng (?:nhà nước|chính sách xã hội|nông nghiệp và phát triển nông thôn|nn&ptnt)(?: việt nam)?"
    r"(?:,? chi nhánh)?",
    r"(?:tổng công ty|công ty|tập đoàn|bưu điện|điện lực|viễn thông|học viện|trường (?:đại học|cao đẳng"
    r"|chính trị"
    r"|thpt|thcs|tiểu học)|đài (?:phát thanh(?: và | ?- ?)truyền hình|truyền thanh)"
    r"|(?<!công )(?<!thông )báo(?! cáo)|liên minh hợp tác xã"
    r"|bảo hiểm xã hội|quỹ đầu tư phát triển|(?:tòa án|viện kiểm sát) nhân dân(?: tối cao)?)\b",
)

#: Names of places printed with a dash inside.
HYPHENATED_PLACES: tuple[str, ...] = (
    "bà rịa ?- ?vũng tàu",
    "thừa thiên ?- ?huế",
    "phan rang ?- ?tháp chàm",
)

#: Words of place after a body's name, outermost level first.
LEVEL_RANKS: dict[str, int] = {
    "trung ương": 0,
    "tỉnh": 1,
    "thành phố": 2,
    "tp": 2,
    "huyện": 2,
    "quận": 2,
    "thị xã": 2,
    "xã": 3,
    "phường": 3,
    "thị trấn": 3,
    "đặc khu": 3,
    "cơ sở": 3,
}
LEVEL = r"(?<!tác )(?:tỉnh|thành phố|tp\.?|huyện|quận|thị xã|thị trấn|xã|phường|đặc khu)(?! ủy| hội| đoàn)"
