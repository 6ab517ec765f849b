"""The files of a site: what is on which page, addresses that last, and nothing that text can break out of."""

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from briefkit import api
from briefkit.cli.app import app
from briefkit.library import open_library
from briefkit.site.build import MANIFEST

ROOT = Path(__file__).parents[2]
NEIGHBORS = ROOT / "docs" / "neighbors"
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
ATOM = "{http://www.w3.org/2005/Atom}"


def site(library: Path) -> dict[str, str]:
    return api.site(open_library(library))


def export(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["export", "--site", *arguments], prog_name="briefkit")
    return result.exit_code, result.output


@pytest.fixture
def neighbors(tmp_path: Path) -> Path:
    """A copy of the library of the tutorial, to be changed at will."""
    return Path(shutil.copytree(NEIGHBORS, tmp_path / "briefs"))


def links(page: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', page)


@pytest.mark.parametrize("library", [NEIGHBORS, ROOT / "briefs", *EXAMPLES], ids=lambda path: path.stem)
def test_no_link_within_the_site_is_dead(library: Path) -> None:
    files = site(library)
    ids = {name: set(re.findall(r'id="([^"]*)"', text)) for name, text in files.items() if name.endswith(".html")}

    for name, text in files.items():
        for link in links(text) if name in ids else ():
            page, _, part = link.partition("#")
            if not re.match(r"https?:|mailto:", link):
                assert (page or name) in files, link
                assert not part or part in ids[page or name], f"{name}: {link}"


def test_every_point_has_a_row_and_an_address_by_its_id() -> None:
    files = site(NEIGHBORS)

    for brief in api.holdings(open_library(NEIGHBORS)).briefs:
        for point in brief.points:
            assert f'href="{brief.name}.html#{brief.name}-{point.id}"' in files["index.html"]
            assert f'id="{brief.name}-{point.id}"' in files[f"{brief.name}.html"]


def test_the_tracker_is_sorted_by_time_and_lies_beside_itself_as_data() -> None:
    files = site(NEIGHBORS)
    records = json.loads(files["tracker.json"])["records"]

    assert [record["deadline"] or record["horizon"] for record in records][:3] == [
        "2026-12",
        "2026-12",
        "immediate",
    ]
    assert files["tracker.csv"].count("\n") == len(records) + 1
    assert {"tracker.csv", "tracker.json"} <= set(links(files["tracker.html"]))


def test_sources_say_who_cites_them() -> None:
    page = site(NEIGHBORS)["sources.html"]

    assert '<a href="estia.html#estia-open-ports">estia:G1</a>' in page


def test_the_feed_has_each_brief_with_its_own_date() -> None:
    root = ElementTree.fromstring(site(NEIGHBORS)["feed.xml"])  # noqa: S314 - our own

    assert [entry.findtext(f"{ATOM}updated") for entry in root.iter(f"{ATOM}entry")] == ["2025-12-01T00:00:00Z"] * 2
    assert root.findtext(f"{ATOM}id", "").startswith("urn:uuid:")


def test_the_manifest_lists_all_other_files() -> None:
    files = site(NEIGHBORS)

    assert files.pop(MANIFEST).splitlines() == [*files]


def test_a_site_of_one_brief_without_a_volume_has_no_comparison(neighbors: Path) -> None:
    (neighbors / "volume.yaml").unlink()
    (neighbors / "sudmark.yaml").unlink()
    files = site(neighbors)

    assert "comparison.html" not in files
    assert files["index.html"].count('<tr role="row"') == 11


HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)> ' \" & {{x}}"


def test_no_text_breaks_out_of_its_place(neighbors: Path) -> None:
    for path in neighbors.glob("[es]*.yaml"):
        text = path.read_text(encoding="utf-8")
        for plain in (
            "Open",
            "Joint patrols deter poachers",
            "Publish the catch of every vessel each month",
            "Ada Berg",
        ):
            text = text.replace(plain, json.dumps(HOSTILE, ensure_ascii=False) if f": {plain}\n" in text else plain)
        path.write_text(text, encoding="utf-8")
    files = site(neighbors)

    found = "".join(files.values())
    assert "alert(1)" in found
    assert "<img src=x" not in found
    assert found.count("<script") == found.count("</script>")
    assert not re.search(r"<script>alert", found)
    for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', found):
        json.loads(block)


def test_a_brief_must_not_be_called_like_another_page(neighbors: Path) -> None:
    (neighbors / "estia.yaml").rename(neighbors / "Tracker.yaml")
    (neighbors / "volume.yaml").unlink()

    code, said = export("-L", str(neighbors), "-o", str(neighbors.parent / "site"))

    assert code == 2
    assert "`Tracker` has the name of another page" in said
    assert not (neighbors.parent / "site").exists()


def test_a_brief_must_not_be_called_like_a_device(neighbors: Path) -> None:
    (neighbors / "estia.yaml").rename(neighbors / "Con.yaml")
    (neighbors / "volume.yaml").unlink()

    code, said = export("-L", str(neighbors), "-o", str(neighbors.parent / "site"))

    assert code == 2
    assert "`Con` has the name of a device on Windows" in said
    assert not (neighbors.parent / "site").exists()


def test_an_actor_may_have_any_sign_in_its_name(neighbors: Path) -> None:
    (neighbors / "volume.yaml").unlink()
    path = neighbors / "estia.yaml"
    text = path.read_text(encoding="utf-8").replace("[Customs of Norland, Estia]", '["Customs | Ports", Estia]')
    path.write_text(text, encoding="utf-8")

    page = site(neighbors)["index.html"]

    assert 'data-actor="Customs | Ports\nEstia"' in page
    assert '<option value="Customs | Ports">' in page


def test_feeds_of_two_libraries_share_no_identity(neighbors: Path) -> None:
    volume = neighbors / "volume.yaml"
    ids = re.compile("<id>(.*?)</id>")
    before = ids.findall(site(neighbors)["feed.xml"])
    volume.write_text(re.sub("(?m)^title: .*$", "title: Another library", volume.read_text(encoding="utf-8")), "utf-8")

    assert not {*before} & {*ids.findall(site(neighbors)["feed.xml"])}


def test_files_are_replaced_with_force_alone_and_stale_ones_go(neighbors: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    assert export("-L", str(neighbors), "-o", str(folder))[0] == 0
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    (neighbors / "sudmark.yaml").unlink()
    (neighbors / "volume.yaml").unlink()

    assert export("-L", str(neighbors), "-o", str(folder))[0] == 2
    assert (folder / "sudmark.html").exists()
    assert export("-L", str(neighbors), "-o", str(folder), "--force")[0] == 0
    assert not (folder / "sudmark.html").exists()
    assert (folder / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_manifest_cannot_have_files_elsewhere_taken_away(neighbors: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    (folder / MANIFEST).write_text(f"../mine.txt\n{tmp_path / 'mine.txt'}\n..\n", encoding="utf-8")

    assert export("-L", str(neighbors), "-o", str(folder), "--force")[0] == 0
    assert (tmp_path / "mine.txt").exists()


@pytest.mark.parametrize("arguments", [["-f", "pdf"], ["--access-dates"], ["--width", "60"], []])
def test_a_site_takes_a_folder_and_no_other_option(arguments: list[str], neighbors: Path) -> None:
    output = ["-o", str(neighbors.parent / "site")] if arguments else []

    assert export("-L", str(neighbors), *output, *arguments)[0] == 2
