"""The program's icon and its files for desktops."""

import configparser
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

import icons
from inspector import __version__
from inspector.gui import application
from tests.conventions.source import ROOT

DESKTOP = ROOT / "resources" / "desktop"
HAR = "application/har+json"


@pytest.mark.parametrize("size", icons.SIZES)
def test_every_size_shows_the_drawing_of_today(size: int, qapp: QApplication) -> None:
    """A picture that was not painted again after a change of the drawing is found."""
    kept = QImage(str(icons.file_of(size))).convertToFormat(QImage.Format.Format_ARGB32)

    assert (kept.width(), kept.height()) == (size, size)
    fresh = icons.painted(size)
    far = [
        (x, y)
        for x in range(0, size, max(1, size // 32))
        for y in range(0, size, max(1, size // 32))
        if distance(kept.pixelColor(x, y), fresh.pixelColor(x, y)) > 40
    ]
    assert far == []


def distance(one: QColor, other: QColor) -> float:
    """How far two colours are apart, over what is drawn of them."""
    pairs = zip(over_white(one), over_white(other), strict=True)
    return max(abs(mine - theirs) for mine, theirs in pairs)


def over_white(colour: QColor) -> tuple[float, ...]:
    """What is seen of a colour on white."""
    return tuple(part * colour.alphaF() + 255 * (1 - colour.alphaF()) for part in colour.getRgb()[:3])  # type: ignore[index]


def test_the_smallest_is_readable_on_light_and_dark(qapp: QApplication) -> None:
    """White on blue, which stands out from both grounds."""
    image = QImage(str(icons.file_of(16)))
    shades = [image.pixelColor(x, y) for x in range(16) for y in range(16)]

    assert sum(shade.lightness() > 220 and shade.alpha() == 255 for shade in shades) > 15
    assert sum(shade.lightness() < 130 and shade.alpha() == 255 for shade in shades) > 60


def test_one_name_everywhere() -> None:
    """Window, desktop file, metainfo, icons and MIME type belong together by it."""
    assert application.DESKTOP_ID == icons.ID
    assert sorted(file.name for file in DESKTOP.iterdir()) == [
        f"{icons.ID}-mime.xml", f"{icons.ID}.desktop", f"{icons.ID}.metainfo.xml"
    ]  # fmt: skip
    assert {file.name.rpartition(".")[0] for file in icons.THEME.rglob("*.*")} == {icons.ID}


def test_the_desktop_file_says_what_a_desktop_needs() -> None:
    """Every required key; it starts a program that is installed, with files, in one window."""
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign]
    parser.read(DESKTOP / f"{icons.ID}.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]

    assert entry["Type"] == "Application"
    assert entry["Name"] == "Webhook Inspector"
    assert entry["Icon"] == icons.ID
    assert entry["Exec"] == "webhook-inspector-window %F"
    assert 'webhook-inspector-window = "inspector.cli.desktop_entry:start"' in (ROOT / "pyproject.toml").read_text()
    assert entry["StartupWMClass"] == application.NAME
    assert entry["MimeType"] == f"{HAR};"
    assert all(entry[key].endswith(";") for key in ("Categories", "Keywords", "MimeType"))


def test_the_metainfo_says_what_a_software_centre_needs() -> None:
    """In agreement with the desktop file and the version."""
    root = ET.parse(DESKTOP / f"{icons.ID}.metainfo.xml").getroot()
    texts = {name: root.findtext(name) for name in ("id", "launchable", "project_license", "metadata_license")}
    release = root.find("releases/release")

    assert texts == {
        "id": icons.ID,
        "launchable": f"{icons.ID}.desktop",
        "project_license": "MIT",
        "metadata_license": "CC0-1.0",
    }
    assert release is not None
    assert release.get("version") == __version__
    assert len(root.findtext("summary") or "") < 60
    assert root.findtext("provides/mediatype") == HAR
    mime = ET.parse(DESKTOP / f"{icons.ID}-mime.xml").getroot()
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    glob = mime.find(f"{space}mime-type/{space}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.har"


def test_files_are_text_that_ends_with_a_line_end() -> None:
    """As validators want them."""
    files: list[Path] = [*DESKTOP.iterdir(), *icons.THEME.glob("scalable/apps/*")]

    assert all(file.read_text(encoding="utf-8").endswith(">\n") or file.suffix == ".desktop" for file in files)
