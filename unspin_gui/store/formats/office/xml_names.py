"""Names of new elements and attributes, with prefixes that are valid wherever they are put."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from itertools import chain, count


@dataclass(frozen=True, slots=True)
class XmlNames:
    """The namespaces of a part, by the short names that its reader gives them.

    `prefixes` are those that the root declares and nothing below redeclares; `spaces` are the
    namespaces, `taken` all prefixes in use, `declared` those to be added to the root.
    """

    prefixes: Mapping[str, Sequence[str]]
    spaces: Mapping[str, str] = field(default_factory=dict)
    taken: AbstractSet[str] = frozenset()
    declared: dict[str, str] = field(default_factory=dict)

    def element(self, tag: str) -> bytes:
        """An element's name, with a prefix unless its namespace is the default one."""
        short, _, local = tag.partition(":")
        prefix = next(iter(self.prefixes.get(short, ())), None)
        prefix = self._declared(short) if prefix is None else prefix
        return f"{prefix}:{local}".encode() if prefix else local.encode()

    def attribute(self, tag: str) -> bytes:
        """An attribute's name; it needs a prefix, as no default namespace applies to it."""
        short, _, local = tag.partition(":")
        prefix = next(filter(None, self.prefixes.get(short, ())), "") or self._declared(short)
        return f"{prefix}:{local}".encode()

    def declarations(self) -> bytes:
        """The declarations to be added to the root."""
        added = (f' xmlns:{p}="{self.spaces[short]}"' for short, p in self.declared.items())
        return "".join(added).encode()

    def _declared(self, short: str) -> str:
        if short not in self.declared:
            names = chain((short,), (f"{short}{n}" for n in count(1)))
            used = {*self.taken, *self.declared.values()}
            self.declared[short] = next(name for name in names if name not in used)
        return self.declared[short]
