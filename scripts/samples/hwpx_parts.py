"""The parts of an HWPX file that are the same in every document, and the ids by which its text refers to them.

Lengths are in 1/7200 inch (HWPUNIT), heights of letters in 1/100 point.
"""

from __future__ import annotations

_BASE = "http://www.hancom.co.kr/hwpml/2011"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
NAMESPACES = (
    f'xmlns:hp="{_BASE}/paragraph" xmlns:hs="{_BASE}/section" xmlns:hc="{_BASE}/core" xmlns:hh="{_BASE}/head" '
    f'xmlns:ha="{_BASE}/app" xmlns:hpf="http://www.hancom.co.kr/schema/2011/hpf" xmlns:opf="http://www.idpf.org/2007/opf/"'
)

# A4 with 30 mm at the sides.
_PAGE_WIDTH, _PAGE_HEIGHT, _MARGIN = 59528, 84188, 8504
BODY_WIDTH = _PAGE_WIDTH - 2 * _MARGIN

# Kind of block -> (style, paragraph properties).
PARAGRAPHS = {
    "title": (0, 1),
    "section": (1, 2),
    "part": (2, 3),
    "paragraph": (0, 0),
    "bullet": (0, 4),
    "numbered": (0, 4),
    "note": (0, 4),
    "head": (0, 0),
}
# Kind of block -> (character properties of plain text, of bold text).
CHARACTERS = {"paragraph": (0, 1), "title": (2, 2), "section": (3, 3), "part": (1, 1), "head": (1, 1)}

_FONT = "함초롬바탕"
_LANGUAGES = ("hangul", "latin", "hanja", "japanese", "other", "symbol", "user")


def package(title: str) -> str:
    return (
        f'{_XML}<opf:package {NAMESPACES} version="" unique-identifier="" id=""><opf:metadata>'
        f"<opf:title>{title}</opf:title><opf:language>ko</opf:language>"
        '<opf:meta name="creator" content="text">나루제약</opf:meta></opf:metadata><opf:manifest>'
        '<opf:item id="header" href="Contents/header.xml" media-type="application/xml"/>'
        '<opf:item id="section0" href="Contents/section0.xml" media-type="application/xml"/>'
        '<opf:item id="settings" href="settings.xml" media-type="application/xml"/></opf:manifest>'
        '<opf:spine><opf:itemref idref="header" linear="yes"/><opf:itemref idref="section0" linear="yes"/></opf:spine>'
        "</opf:package>"
    )


def _for_each_language(element: str, value: str) -> str:
    return f"<hh:{element} " + " ".join(f'{language}="{value}"' for language in _LANGUAGES) + "/>"


def _character(number: int, height: int, bold: bool) -> str:
    return (
        f'<hh:charPr id="{number}" height="{height}" textColor="#000000" shadeColor="none" useFontSpace="0" '
        'useKerning="0" symMark="NONE" borderFillIDRef="1">'
        + _for_each_language("fontRef", "0")
        + _for_each_language("ratio", "100")
        + _for_each_language("spacing", "0")
        + _for_each_language("relSz", "100")
        + _for_each_language("offset", "0")
        + ("<hh:bold/>" if bold else "")
        + '<hh:underline type="NONE" shape="SOLID" color="#000000"/><hh:strikeout shape="NONE" color="#000000"/>'
        '<hh:outline type="NONE"/><hh:shadow type="NONE" color="#B2B2B2" offsetX="10" offsetY="10"/></hh:charPr>'
    )


def _paragraph(number: int, align: str, heading: str, level: int, left: int, before: int) -> str:
    margins = {"intent": 0, "left": left, "right": 0, "prev": before, "next": 200}
    return (
        f'<hh:paraPr id="{number}" tabPrIDRef="0" condense="0" fontLineHeight="0" snapToGrid="1" '
        'suppressLineNumbers="0" checked="0">'
        f'<hh:align horizontal="{align}" vertical="BASELINE"/>'
        f'<hh:heading type="{heading}" idRef="0" level="{level}"/>'
        '<hh:breakSetting breakLatinWord="KEEP_WORD" breakNonLatinWord="KEEP_WORD" widowOrphan="0" keepWithNext="0" '
        'keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/><hh:autoSpacing eAsianEng="0" eAsianNum="0"/><hh:margin>'
        + "".join(f'<hc:{side} value="{value}" unit="HWPUNIT"/>' for side, value in margins.items())
        + '</hh:margin><hh:lineSpacing type="PERCENT" value="160" unit="HWPUNIT"/>'
        '<hh:border borderFillIDRef="1" offsetLeft="0" offsetRight="0" offsetTop="0" offsetBottom="0" connect="0" '
        'ignoreMargin="0"/></hh:paraPr>'
    )


def _border(number: int, line: str) -> str:
    sides = "".join(
        f'<hh:{side}Border type="{line}" width="0.12 mm" color="#000000"/>' for side in ("left", "right", "top", "bottom")
    )
    return (
        f'<hh:borderFill id="{number}" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0">'
        '<hh:slash type="NONE" Crooked="0" isCounter="0"/><hh:backSlash type="NONE" Crooked="0" isCounter="0"/>'
        f'{sides}<hh:diagonal type="SOLID" width="0.1 mm" color="#000000"/></hh:borderFill>'
    )


def _style(number: int, name: str, english: str, paragraph: int, character: int) -> str:
    return (
        f'<hh:style id="{number}" type="PARA" name="{name}" engName="{english}" paraPrIDRef="{paragraph}" '
        f'charPrIDRef="{character}" nextStyleIDRef="0" langID="1042" lockForm="0"/>'
    )


def _list(name: str, items: list[str]) -> str:
    return f'<hh:{name} itemCnt="{len(items)}">{"".join(items)}</hh:{name}>'


def _header() -> str:
    fonts = [
        f'<hh:fontface lang="{language.upper()}" fontCnt="1"><hh:font id="0" face="{_FONT}" type="TTF" isEmbedded="0"/>'
        "</hh:fontface>"
        for language in _LANGUAGES
    ]
    # The sources number their headings themselves, so the outline's levels show no number.
    outline = '<hh:numbering id="1" start="0">' + "".join(
        f'<hh:paraHead start="1" level="{level}" align="LEFT" useInstWidth="1" autoIndent="1" widthAdjust="0" '
        'textOffsetType="PERCENT" textOffset="50" numFormat="DIGIT" charPrIDRef="4294967295" checkable="0"/>'
        for level in range(1, 8)
    ) + "</hh:numbering>"
    references = (
        _list("fontfaces", fonts)
        + _list("borderFills", [_border(1, "NONE"), _border(2, "SOLID")])
        + _list(
            "charProperties",
            [_character(0, 1000, False), _character(1, 1000, True), _character(2, 1800, True), _character(3, 1250, True)],
        )
        + _list("tabProperties", ['<hh:tabPr id="0" autoTabLeft="0" autoTabRight="0"/>'])
        + _list("numberings", [outline])
        + _list(
            "paraProperties",
            [
                _paragraph(0, "JUSTIFY", "NONE", 0, left=0, before=0),
                _paragraph(1, "CENTER", "NONE", 0, left=0, before=0),
                _paragraph(2, "LEFT", "OUTLINE", 0, left=0, before=1000),
                _paragraph(3, "LEFT", "OUTLINE", 1, left=0, before=600),
                _paragraph(4, "JUSTIFY", "NONE", 0, left=1000, before=0),
            ],
        )
        + _list(
            "styles",
            [_style(0, "바탕글", "Normal", 0, 0), _style(1, "개요 1", "Outline 1", 2, 3), _style(2, "개요 2", "Outline 2", 3, 1)],
        )
    )
    return (
        f'{_XML}<hh:head {NAMESPACES} version="1.4" secCnt="1">'
        '<hh:beginNum page="1" footnote="1" endnote="1" pic="1" tbl="1" equation="1"/>'
        f'<hh:refList>{references}</hh:refList><hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/>'
        "</hh:compatibleDocument></hh:head>"
    )


SECTION_PROPERTIES = (
    '<hp:secPr id="" textDirection="HORIZONTAL" spaceColumns="1134" tabStop="8000" outlineShapeIDRef="1" memoShapeIDRef="0" '
    'textVerticalWidthHead="0" masterPageCnt="0"><hp:grid lineGrid="0" charGrid="0" wonggojiFormat="0"/>'
    '<hp:startNum pageStartsOn="BOTH" page="0" pic="0" tbl="0" equation="0"/>'
    '<hp:visibility hideFirstHeader="0" hideFirstFooter="0" hideFirstMasterPage="0" border="SHOW_ALL" fill="SHOW_ALL" '
    'hideFirstPageNum="0" hideFirstEmptyLine="0" showLineNumber="0"/>'
    f'<hp:pagePr landscape="WIDELY" width="{_PAGE_WIDTH}" height="{_PAGE_HEIGHT}" gutterType="LEFT_ONLY">'
    f'<hp:margin header="4252" footer="4252" gutter="0" left="{_MARGIN}" right="{_MARGIN}" top="5668" bottom="4252"/>'
    "</hp:pagePr></hp:secPr>"
    '<hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" colCount="1" sameSz="1" sameGap="0"/></hp:ctrl>'
)

STATIC_PARTS = {
    "version.xml": (
        f'{_XML}<hv:HCFVersion xmlns:hv="{_BASE}/version" tagetApplication="WORDPROCESSOR" major="5" minor="1" micro="0" '
        'buildNumber="1" os="1" xmlVersion="1.4" application="Hancom Office Hangul"/>'
    ),
    "META-INF/container.xml": (
        f'{_XML}<ocf:container xmlns:ocf="urn:oasis:names:tc:opendocument:xmlns:container"><ocf:rootfiles>'
        '<ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/>'
        '<ocf:rootfile full-path="Preview/PrvText.txt" media-type="text/plain"/></ocf:rootfiles></ocf:container>'
    ),
    "META-INF/manifest.xml": (
        f'{_XML}<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    ),
    "settings.xml": (
        f'{_XML}<ha:HWPApplicationSetting xmlns:ha="{_BASE}/app"><ha:CaretPosition listIDRef="0" paraIDRef="0" pos="0"/>'
        "</ha:HWPApplicationSetting>"
    ),
    "Contents/header.xml": _header(),
}
