"""Writes samples/data/customers.csv: the 300 fictional customers of the sample company.

Run once by hand (`python3 scripts/samples/makeCustomers.py`); the result is checked in. Always writes the same file.
The 8-digit codes start with 91 (Seoul) or 93 (Gyeonggi), prefixes that no real 요양기관기호 has.
"""

import csv
import random
from pathlib import Path

TARGET = Path(__file__).parents[2] / "samples" / "data" / "customers.csv"
COLUMNS = ["code", "name", "type", "region", "address", "grade", "aliases"]

# One territory a sales team: 서울1팀, 서울2팀, 경기팀 (the same list stands in src/demo/company/territories.ts).
TERRITORIES = {
    "서울 남부": ["서울 강남구", "서울 서초구", "서울 송파구", "서울 강동구", "서울 관악구", "서울 동작구", "서울 영등포구"],
    "서울 북부": ["서울 종로구", "서울 중구", "서울 마포구", "서울 은평구", "서울 성북구", "서울 노원구", "서울 광진구"],
    "경기": ["경기 성남시", "경기 수원시", "경기 용인시", "경기 고양시", "경기 안양시", "경기 부천시", "경기 화성시"],
}

# (territory, name, type, region, grade, aliases): written by hand, because people ask about these by name.
NAMED = [
    ("서울 남부", "새봄대학교병원", "상급종합병원", "서울 강남구", "A", "새봄대병원;새봄대"),
    ("서울 남부", "가람누리대학교 강동병원", "상급종합병원", "서울 강동구", "A", "가람누리대 강동;강동가람누리"),
    ("서울 남부", "온새미로병원", "상급종합병원", "서울 송파구", "A", "온새미로"),
    ("서울 북부", "가람누리대학교병원", "상급종합병원", "서울 종로구", "A", "가람누리대병원;가람누리대"),
    ("서울 북부", "해오름대학교병원", "상급종합병원", "서울 성북구", "A", "해오름대병원;해오름대"),
    ("서울 북부", "미리내의료원", "상급종합병원", "서울 노원구", "A", "미리내"),
    ("경기", "새봄대학교 수원병원", "상급종합병원", "경기 수원시", "A", "새봄대 수원;수원새봄"),
    ("경기", "한울림대학교병원", "상급종합병원", "경기 성남시", "A", "한울림대병원;한울림대"),
    ("서울 남부", "푸른들종합병원", "종합병원", "서울 영등포구", "A", "푸른들병원;푸른들"),
    ("서울 북부", "푸른솔종합병원", "종합병원", "서울 은평구", "B", "푸른솔병원;푸른솔"),
    ("경기", "푸른들종합병원 고양분원", "종합병원", "경기 고양시", "C", "푸른들 고양;고양푸른들"),
    ("경기", "너른마루종합병원", "종합병원", "경기 용인시", "A", "너른마루"),
    ("서울 남부", "한빛정형외과의원", "의원", "서울 서초구", "C", "한빛정형"),
    ("서울 남부", "한빛내과의원", "의원", "서울 서초구", "A", "한빛내과;서초한빛내과"),
    ("서울 북부", "한빛내과의원", "의원", "서울 마포구", "B", "한빛내과;마포한빛내과"),
    ("경기", "한빛내과의원 분당점", "의원", "경기 성남시", "B", "한빛내과 분당;분당한빛"),
    ("서울 남부", "한빛약국", "약국", "서울 서초구", "B", "한빛내과 앞 약국"),
    ("경기", "한빛온누리약국", "약국", "경기 성남시", "C", ""),
    ("서울 남부", "다솜내과의원", "의원", "서울 강남구", "A", "다솜내과"),
    ("서울 북부", "다솜가정의학과의원", "의원", "서울 중구", "C", "다솜가정"),
    ("경기", "다솜이비인후과의원", "의원", "경기 안양시", "B", "다솜이비"),
    ("서울 남부", "나무그늘내과의원", "의원", "서울 송파구", "B", "나무그늘"),
    ("경기", "나무그늘의원", "의원", "경기 부천시", "D", ""),
    ("서울 북부", "별바라기소아청소년과의원", "의원", "서울 은평구", "A", "별바라기소아과;별바라기"),
    ("경기", "별바라기소아청소년과의원 수원점", "의원", "경기 수원시", "B", "별바라기 수원"),
    ("서울 남부", "윤슬비뇨의학과의원", "의원", "서울 강남구", "A", "윤슬비뇨;윤슬"),
    ("경기", "윤슬피부과의원", "의원", "경기 화성시", "B", "윤슬피부"),
    ("서울 북부", "라온순환기내과의원", "의원", "서울 마포구", "A", "라온내과;라온순환기"),
]

# How many of each type one territory has in all, named ones included.
COUNTS = {
    "서울 남부": {"상급종합병원": 3, "종합병원": 10, "병원": 14, "의원": 47, "약국": 24, "기타": 2},
    "서울 북부": {"상급종합병원": 3, "종합병원": 10, "병원": 14, "의원": 46, "약국": 24, "기타": 3},
    "경기": {"상급종합병원": 2, "종합병원": 10, "병원": 14, "의원": 47, "약국": 24, "기타": 3},
}

WORDS = (
    "가온 아라 다온 라온 마루 보담 새록 솔빛 시나브로 아미르 예그리나 윤슬 은가비 이든 초아 토담 하람 한결 해나 "
    "해찬 휘수 꽃담 나린 누리봄 늘품 다올 도담 두루 들찬 라라 마디 모람 미르 바름누리 봄내 비채 빛가람 산들 새론 "
    "샘물결 소담 송이 슬옹 씨밀레 아람 안다미로 여울 온결 옹골 우솔 이룸 잎새 참별 초롱 큰솔 파란 포롱 품안 푸르미 "
    "하늬 한별 햇귀 혜윰 흰여울 달보드레 모꼬지 벼리 사부작 아토 온샘 지음 찬솔 터울 하제 희나리"
).split()

SPECIALTIES = (
    ["내과의원"] * 12
    + ["가정의학과의원"] * 5
    + ["이비인후과의원"] * 5
    + ["정형외과의원"] * 5
    + ["소아청소년과의원"] * 4
    + ["신경과의원"] * 2
    + ["비뇨의학과의원"] * 2
    + ["피부과의원"] * 2
    + ["의원"] * 4
)
HOSPITALS = ["병원"] * 6 + ["정형외과병원"] * 3 + ["요양병원"] * 3 + ["내과병원"] * 2
OTHERS = ["보건소", "의약품도매", "복지관 의무실"]
GRADES = {"상급종합병원": "AAAB", "종합병원": "ABBC", "병원": "BBCC", "의원": "ABBCCCD", "약국": "BBCCD", "기타": "CDD"}


def main() -> None:
    chance = random.Random(20240101)
    used = {entry[1] for entry in NAMED}
    rows = [row for territory in TERRITORIES for row in customers_of(territory, used, chance)]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def customers_of(territory: str, used: set[str], chance: random.Random) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for kind_index, (kind, count) in enumerate(COUNTS[territory].items(), start=1):
        named = [entry for entry in NAMED if entry[0] == territory and entry[2] == kind]
        for serial in range(1, count + 1):
            if serial <= len(named):
                _, name, _, region, grade, aliases = named[serial - 1]
            else:
                name = invent_name(kind, used, chance)
                used.add(name)
                region = chance.choice(TERRITORIES[territory])
                grade = chance.choice(GRADES[kind])
                aliases = invent_alias(name, kind, region, chance)
            code = f"{'93' if territory == '경기' else '91'}{kind_index}{territory_digit(territory)}{serial:04d}"
            rows.append(dict(zip(COLUMNS, [code, name, kind, region, address(region, chance), grade, aliases])))
    return rows


def invent_name(kind: str, used: set[str], chance: random.Random) -> str:
    while True:
        word = chance.choice(WORDS)
        suffix = {
            "종합병원": "종합병원",
            "병원": chance.choice(HOSPITALS),
            "의원": chance.choice(SPECIALTIES),
            "약국": "약국",
            "기타": chance.choice(OTHERS),
        }[kind]
        name = f"{word} {suffix}" if kind == "기타" else word + suffix
        if name not in used:
            return name


def invent_alias(name: str, kind: str, region: str, chance: random.Random) -> str:
    """Short forms people use in notes: '가온내과의원' is '가온내과', '마루약국' in 송파구 is '송파 마루약국'."""
    if kind == "의원" and not name.endswith("과의원"):
        return ""
    if kind == "의원" and chance.random() < 0.6:
        return name.removesuffix("의원").replace("소아청소년과", "소아과")
    if kind == "종합병원":
        return name.replace("종합병원", "병원")
    if kind == "약국" and chance.random() < 0.3:
        return f"{region.split()[1][:-1]} {name}"
    return ""


def address(region: str, chance: random.Random) -> str:
    province = {"서울": "서울특별시", "경기": "경기도"}[region.split()[0]]
    street = chance.choice(["나루터로", "물빛로", "새벽길", "솔바람로", "은하수길", "돌다리로", "느티나무로", "강마을길"])
    return f"{province} {region.split()[1]} {street} {chance.randint(3, 298)}"


def territory_digit(territory: str) -> int:
    return list(TERRITORIES).index(territory) + 1


if __name__ == "__main__":
    main()
