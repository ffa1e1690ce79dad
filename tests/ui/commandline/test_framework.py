"""The command `framework check`: a whole pack, a broken one, and none at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from frameworks.shipped import shipped
from main import main


@pytest.mark.parametrize("pack", shipped(), ids=lambda path: path.stem)
def test_a_whole_pack_is_said_to_be_whole(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["framework", "check", str(pack)]) == 0
    out, err = capsys.readouterr()
    assert f"({pack.stem} 1.0) is whole" in out
    assert err == ""


def test_every_fault_of_a_pack_is_said_with_its_line_and_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shipped()[0].read_text(encoding="utf-8")
    broken = text.replace("minutes = 30", "minutes = 0", 1).replace("theme =", "themes =", 1)
    pack = tmp_path / "mine.toml"
    pack.write_text(broken, encoding="utf-8")
    assert main(["framework", "check", str(pack)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("mine.toml was not taken in. To mend:")
    assert 'session 1 "Vision" › minutes' in err
    assert "Did you mean theme?" in err


def test_a_file_that_is_not_there_has_failed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["framework", "check", str(tmp_path / "none.toml")]) == 1
    assert "There is no such file" in capsys.readouterr().err
