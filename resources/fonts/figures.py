#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the figures face: Inter with its tabular digits as the ordinary ones.

Qt 6.4 cannot switch font features on, so the `tnum` substitution is applied once, at build time, and the result gets a
family of its own. Usage: figures.py INTER.otf OUT.otf FAMILY STYLE
"""
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

KEPT = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2009, 0x202F, *range(0x2010, 0x2016), *range(0x2018, 0x201E), 0x2022,
        0x2026, 0x2030, 0x20AC, 0x20BF, 0x2190, 0x2191, 0x2192, 0x2193, 0x2212, 0x2248, 0x2264, 0x2265, 0x25B2, 0x25BC]


def tabular_digits(font):
    """Glyph name of each proportional digit → its tabular twin, read from the font's own `tnum` feature."""
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != "tnum":
            continue
        mapping = {}
        for index in record.Feature.LookupListIndex:
            for part in table.LookupList.Lookup[index].SubTable:
                mapping.update(getattr(part, "ExtSubTable", part).mapping)
        return mapping
    sys.exit("figures.py: this font has no tabular digits")


def main():
    source, target, family, style = sys.argv[1:5]
    font = TTFont(source)
    twins = tabular_digits(font)
    for table in font["cmap"].tables:
        for code in range(ord("0"), ord("9") + 1):
            if code in table.cmap:
                table.cmap[code] = twins.get(table.cmap[code], table.cmap[code])  # subtables may share one map
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}",
             6: f"{family}-{style}".replace(" ", ""), 16: family, 17: style}
    font["name"].names = [n for n in font["name"].names if n.nameID not in (21, 22, 25)]
    for identifier, text in names.items():
        font["name"].setName(text, identifier, 3, 1, 0x409)
        font["name"].setName(text, identifier, 1, 0, 0)
    options = subset.Options(layout_features=["kern", "mark", "ccmp", "case"], name_IDs=["*"], notdef_outline=True)
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames[0] = names[6]
        top.topDictIndex[0].FamilyName = family
        top.topDictIndex[0].FullName = names[4]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=KEPT)
    subsetter.subset(font)
    font.save(target)


main()
