"""What an index of packages shows: README with links that hold there, and the project's addresses.

A build hook of hatchling. The one place that names where the repository is shown is `address` in
`[tool.hatch.metadata.hooks.custom]` of pyproject.toml: `https://HOST/OWNER/ringkas/blob/main/`. As
long as it is empty, the words of a link stay, and the link goes.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

LINK = re.compile(r"(?P<picture>!?)\[(?P<words>[^][]*)\]\((?!https?:|#)(?P<target>[^)\s]+)\)")
NAMED = {
    "Documentation": ".docs/index.md",
    "Changelog": "CHANGELOG.md",
    "Contributing": ".github/CONTRIBUTING.md",
    "Security": ".github/SECURITY.md",
}


class Description(MetadataHookInterface):
    """Fills in the fields that pyproject.toml calls dynamic."""

    def update(self, metadata: dict[str, Any]) -> None:
        address = str(self.config.get("address", ""))
        readme = Path(self.root, "README.md").read_text("utf-8")
        text = described(readme, address)
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
        metadata["urls"] = addresses(address)


def described(readme: str, address: str) -> str:
    """``readme`` for an index, which has none of the files that it leads to."""

    def led(link: re.Match[str]) -> str:
        picture, words, target = link["picture"], link["words"], link["target"]
        if not address:
            return "" if picture else words
        base = address.replace("/blob/", "/raw/") if picture else address
        return f"{picture}[{words}]({base}{target})"

    return re.sub(r"\n{3,}", "\n\n", LINK.sub(led, readme))


def addresses(address: str) -> dict[str, str]:
    """What is listed beside the description."""
    if not address:
        return {}
    repository = re.split(r"/(?:-/)?blob/", address)[0]
    return {"Repository": repository, **{name: address + path for name, path in NAMED.items()}}
