"""What the package brings along: the worked example, and the Word templates that serve where an office has none of its own."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def starter_folder() -> Path:
    """Return the folder that holds the starter's ``entries`` and ``templates``, in a wheel or in a checkout."""
    inside = _PACKAGE / "starter"
    return inside if inside.is_dir() else _PACKAGE.parent


def built_in_templates() -> tuple[str, ...]:
    """Return the names of the templates that the package brings along."""
    return tuple(
        sorted(path.stem for path in (starter_folder() / "templates").glob("*.docx") if not path.name.startswith("~$"))
    )


def template_path(root: Path, name: str) -> Path | None:
    """Return the office's own template of that name, else the package's, else None. Never a path out of either folder."""
    if not name or name != Path(name).name or "\\" in name or ":" in name or name.startswith("."):
        return None
    own = root / "templates" / f"{name}.docx"
    if own.is_file():
        return own
    brought = starter_folder() / "templates" / f"{name}.docx"
    return brought if brought.is_file() else None
