"""Bake the static font cuts of this folder from their variable sources; run by hand, once.

Inter's digits are proportional unless a font feature is switched on, which neither reportlab nor
a stylesheet can do; so the families with "Figures" in their name carry the tabular digits as
their own. Sources: Inter 4.001 (`fontpkg-inter`), Noto Sans Arabic (`fontpkg-noto-sans-arabic`)
and the Regular and SemiBold cuts of Noto Sans Hebrew; all under the SIL Open Font License.
A variable font's letters are made of contours that overlap; where they do, seams show in a large
letter, so they are united (for which `skia-pathops` must be installed beside fontTools).

    python bake.py OUT INTER.ttf ARABIC.ttf HEBREW-400.ttf HEBREW-600.ttf
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

# The app never imports this script, so its heavy imports cost nobody a start.
from fontTools import subset  # noqa: TID253
from fontTools.ttLib import TTFont  # noqa: TID253
from fontTools.ttLib.removeOverlaps import removeOverlaps  # noqa: TID253
from fontTools.varLib import instancer  # noqa: TID253

WEIGHT_NAMES = {400: "Regular", 500: "Medium", 600: "SemiBold", 700: "Bold"}
FEATURES = ["calt", "case", "ccmp", "curs", "fina", "init", "isol", "kern", "liga", "locl"]
FEATURES += ["mark", "medi", "mkmk", "rlig"]

LATIN = [
    (0x0020, 0x007E),
    (0x00A0, 0x024F),
    (0x02B0, 0x052F),  # modifiers, combining marks, Greek, Cyrillic
    (0x1E00, 0x1FFF),  # Latin additional (Vietnamese), Greek extended
    (0x2000, 0x206F),  # punctuation
    (0x20A0, 0x20BF),  # currencies
    (0x2100, 0x214F),
    (0x2190, 0x21BB),  # arrows
    (0x2200, 0x2265),  # mathematics
    (0x25A0, 0x25FF),
    (0x2713, 0x2713),
]
ARABIC = [(0x0020, 0x0020), (0x0600, 0x06FF), (0x0750, 0x077F), (0x200C, 0x200F)]
ARABIC += [(0x2066, 0x2069), (0xFD3E, 0xFD3F), (0xFDF2, 0xFDF2), (0xFDFC, 0xFDFC)]
HEBREW = [(0x0020, 0x0020), (0x0590, 0x05FF), (0x200C, 0x200F), (0x2066, 0x2069)]
HEBREW += [(0x20AA, 0x20AA), (0xFB1D, 0xFB4F)]


@dataclass(frozen=True)
class Cut:
    """One file to bake: `axes` pins the variable source, `tabular` swaps the digits."""

    family: str
    weight: int
    axes: dict[str, float]
    ranges: list[tuple[int, int]]
    tabular: bool = False

    @property
    def file_name(self) -> str:
        """The name of the file in this folder."""
        return f"{self.family.replace(' ', '')}-{WEIGHT_NAMES[self.weight]}.ttf"


def inter_cuts() -> list[Cut]:
    """The nine cuts of Inter: optical size 14 for text, 32 for headings."""
    wanted = [("Flipchart Sans", w, 14, False) for w in (400, 500, 600, 700)]
    wanted += [("Flipchart Display", w, 32, False) for w in (500, 600)]
    wanted += [("Flipchart Figures", w, 14, True) for w in (400, 600)]
    wanted += [("Flipchart Display Figures", 600, 32, True)]
    return [
        Cut(family, weight, {"opsz": size, "wght": weight}, LATIN, tabular)
        for family, weight, size, tabular in wanted
    ]


def use_tabular_digits(font: TTFont) -> None:
    """Make the glyphs of the feature `tnum` the font's own digits."""
    gsub = font["GSUB"].table
    tabular: dict[str, str] = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    tabular |= getattr(table, "ExtSubTable", table).mapping
    for table in font["cmap"].tables:
        if table.isUnicode():
            for digit in range(ord("0"), ord("9") + 1):
                glyph = table.cmap[digit]  # tables may share one mapping, swapped already
                table.cmap[digit] = tabular.get(glyph, glyph)


def rename(font: TTFont, cut: Cut) -> None:
    """Give the font the family and weight under which Qt, reportlab and browsers find it."""
    style = WEIGHT_NAMES[cut.weight]
    linked = style in ("Regular", "Bold")  # the old four-style naming knows only these
    postscript = f"{cut.family.replace(' ', '')}-{style}"
    version = font["name"].getDebugName(5).split(";")[0].removeprefix("Version ")
    names = {
        1: cut.family if linked else f"{cut.family} {style}",
        2: style if linked else "Regular",
        3: f"{version};{postscript}",
        4: f"{cut.family} {style}",
        6: postscript,
        16: cut.family,
        17: style,
    }
    table = font["name"]
    for name_id in (25, *range(256, 400)):
        table.removeNames(nameID=name_id)
    for name_id, text in names.items():
        table.removeNames(nameID=name_id)
        table.setName(text, name_id, 3, 1, 0x409)
    bold = style == "Bold"
    font["OS/2"].usWeightClass = cut.weight
    font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
    font["head"].macStyle = 1 if bold else 0
    if "STAT" in font:
        del font["STAT"]  # it describes the axes of the variable source


def bake(source: Path, cut: Cut, folder: Path) -> Path:
    """Write one static, subset and renamed cut of `source` into `folder`."""
    font = TTFont(source)
    if "fvar" in font:
        font = instancer.instantiateVariableFont(font, cut.axes)
    if cut.tabular:
        use_tabular_digits(font)
    options = subset.Options(layout_features=FEATURES, notdef_outline=True, name_IDs=["*"])
    options.name_legacy = True
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[c for low, high in cut.ranges for c in range(low, high + 1)])
    subsetter.subset(font)
    removeOverlaps(font)
    rename(font, cut)
    path = folder / cut.file_name
    font.save(path)
    return path


def main() -> None:
    """Bake every cut into the folder named first."""
    out, inter, arabic, hebrew, hebrew_semibold = (Path(each) for each in sys.argv[1:6])
    for cut in inter_cuts():
        sys.stdout.write(f"{bake(inter, cut, out)}\n")
    for weight, hebrew_source in ((400, hebrew), (600, hebrew_semibold)):
        cut = Cut("Flipchart Arabic", weight, {"wght": weight, "wdth": 100}, ARABIC)
        sys.stdout.write(f"{bake(arabic, cut, out)}\n")
        cut = Cut("Flipchart Hebrew", weight, {}, HEBREW)
        sys.stdout.write(f"{bake(hebrew_source, cut, out)}\n")


if __name__ == "__main__":
    main()
