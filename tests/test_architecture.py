"""The rules of the house, held by tests: sizes, layers, one look, one catalogue, a quick start."""

from __future__ import annotations

import ast
import functools
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("workshop", "ui", "frameworks", "exports", "tests")
LONGEST_FILE = 500
LONGEST_FUNCTION = 60
TOKENS = ROOT / "exports" / "look" / "tokens.py"
# Whole colours (#fff, #ffffff, with alpha) in a text of code, a style sheet or a page.
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b(?![\w;])")
TEXT_FILES = {".py", ".toml", ".txt", ".md", ".html", ".css", ".js", ".qss", ".cfg", ".pot", ".po"}
# Spelt in pieces, so that this file does not hold what it looks for.
REGISTRY_HOST = re.compile(r"\b(?:pypi|pythonhosted|npmjs|conda|anaconda)\.(?:org|com|io)\b")
HEAVY = ("sqlalchemy", "matplotlib", "reportlab", "aiohttp")


def sources(*rooms: str) -> list[Path]:
    """The Python files of the rooms (of all, and main.py, when none is named)."""
    found = [path for room in rooms or ROOMS for path in (ROOT / room).rglob("*.py")]
    main = ROOT / "main.py"
    return sorted(found + ([main] if not rooms and main.exists() else []))


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@functools.cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports_of(tree: ast.Module) -> Iterator[str]:
    """The full names of the modules a file imports, anywhere in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def texts_of(tree: ast.Module) -> Iterator[str]:
    """The string constants of a file, its docstrings left out."""
    documented = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    docstrings = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, documented) and node.body and isinstance(node.body[0], ast.Expr)
    }
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant))
    for constant in constants:
        if isinstance(constant.value, str) and id(constant) not in docstrings:
            yield constant.value


def test_no_file_is_longer_than_500_lines() -> None:
    lengths = {name_of(path): len(path.read_text("utf-8").splitlines()) for path in sources()}
    assert {name: n for name, n in lengths.items() if n > LONGEST_FILE} == {}


def test_no_function_is_longer_than_60_lines() -> None:
    long = [
        f"{name_of(path)}:{node.lineno} {node.name}"
        for path in sources()
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or node.lineno) - node.lineno + 1 > LONGEST_FUNCTION
    ]
    assert long == []


def test_every_file_says_first_what_it_is_about() -> None:
    assert [name_of(path) for path in sources() if not ast.get_docstring(tree_of(path))] == []


def test_colours_are_named_in_the_tokens_alone() -> None:
    code = [path for path in sources("workshop", "ui", "frameworks", "exports") if path != TOKENS]
    found = [
        f"{name_of(path)}: {text[:60]}"
        for path in code
        for text in texts_of(tree_of(path))
        if HEX_COLOUR.search(text)
    ]
    pages = [
        path for suffix in ("html", "css", "js", "qss") for path in ROOT.glob(f"ui/**/*.{suffix}")
    ]
    found += [name_of(path) for path in pages if HEX_COLOUR.search(path.read_text("utf-8"))]
    assert found == []


def test_colours_are_not_mixed_from_numbers_outside_the_tokens() -> None:
    mixed = [
        f"{name_of(path)}:{node.lineno}"
        for path in sources("ui", "exports")
        if path != TOKENS
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", ""))
        in {"QColor", "Color", "HexColor"}
        and len(node.args) >= 3
        and all(isinstance(arg, ast.Constant) for arg in node.args)
    ]
    assert mixed == []


def test_imports_keep_to_the_layers(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert status == EXIT_STATUS_SUCCESS, capsys.readouterr().out


def test_nothing_imports_main() -> None:
    importers = [name_of(path) for path in sources() if "main" in imports_of(tree_of(path))]
    assert [name for name in importers if not name.startswith("tests/")] == []


def test_every_module_of_the_workshop_is_known_as_pure_or_not() -> None:
    config = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = {it["id"]: it for it in config["tool"]["importlinter"]["contracts"]}
    pure = set(contracts["pure"]["source_modules"])
    impure = {name for name in contracts["pure"]["forbidden_modules"] if "." in name}
    places = [path for path in (ROOT / "workshop").iterdir() if path.name != "__init__.py"]
    modules = {
        f"workshop.{path.stem}"
        for path in places
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert modules == pure | impure


def test_importing_the_app_loads_no_heavy_library() -> None:
    question = (
        "import sys, ui.app; "
        f"print(*sorted({{name.partition('.')[0] for name in sys.modules}} & set({HEAVY!r})))"
    )
    asked = subprocess.run(
        [sys.executable, "-c", question], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (asked.stderr, asked.stdout.strip()) == ("", "")


def test_no_file_names_a_package_registry() -> None:
    places = [ROOT / room for room in ROOMS] + [ROOT / ".ci"]
    files = [path for place in places for path in place.rglob("*") if path.suffix in TEXT_FILES]
    files += [
        path for path in ROOT.iterdir() if path.suffix in TEXT_FILES or path.name == "Makefile"
    ]
    named = [name_of(path) for path in files if REGISTRY_HOST.search(path.read_text("utf-8"))]
    assert named == []


def test_the_catalogue_holds_every_text_and_no_other(tmp_path: Path) -> None:
    fresh = tmp_path / "flipchart.pot"
    made = subprocess.run(
        ["make", "--silent", "extract", f"PY={sys.executable}", f"POT={fresh}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr

    def texts(path: Path) -> set[str]:
        with path.open("rb") as file:
            return {str(message.id) for message in read_po(file) if message.id}

    kept = texts(ROOT / "workshop" / "locale" / "flipchart.pot")
    assert texts(fresh) == kept, "make words collects them"
