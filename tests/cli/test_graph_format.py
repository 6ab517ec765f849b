from pathlib import Path

import pytest

from briefkit.cli.options import view_formats
from briefkit.cli.present import choose_format
from briefkit.text.errors import UsageError


def test_views_without_a_graph_do_not_know_graph_formats() -> None:
    with pytest.raises(UsageError, match="there is no format `mermaid`"):
        choose_format("mermaid", None, "terminal", view_formats())
    with pytest.raises(UsageError, match="does not say which format"):
        choose_format(None, Path("briefs.mmd"), "terminal", view_formats())


def test_views_with_a_graph_do() -> None:
    known = view_formats(graph=True)

    assert choose_format("mermaid", None, "terminal", known) == "mermaid"
    assert choose_format(None, Path("trace.MMD"), "terminal", known) == "mermaid"
