"""A key that is only counted is not read: the local engine numbers the rows of its tables itself."""

from __future__ import annotations

from sqlglot import exp

from creatio_dbapi.catalog import find_column
from creatio_dbapi.plan.drafts import Draft, is_shaped
from creatio_dbapi.plan.resolve import Resolution, Source

_ROW_NUMBER = "rowid"  # NULL where an outer join found no row, as the key is


def count_row_numbers(tree: exp.Expr, names: Resolution, drafts: dict[int, Draft]) -> None:
    """Write `count(a.Id)` and `count(DISTINCT a.Id)` with the number of a row, where nothing else reads the key.

    A Guid is random, so that keys are most of a compressed answer.
    """
    mentions: dict[int, list[exp.Column]] = {}
    keys: dict[int, Source] = {}
    for node in tree.find_all(exp.Column):
        for source, column in names.mentions.get(id(node), ()):
            if source.table.key == (column.name,):
                keys[id(source)] = source
                mentions.setdefault(id(source), []).append(node)
    for place, source in keys.items():
        nodes = mentions[place]
        if _has_row_numbers(source, drafts) and all(_is_counted(node) and names.of(node) for node in nodes):
            for node in nodes:
                _count_rows(node, source, names)


def _has_row_numbers(source: Source, drafts: dict[int, Draft]) -> bool:
    return not is_shaped(drafts[id(source)]) and find_column(source.table, _ROW_NUMBER) is None


def _is_counted(node: exp.Column) -> bool:
    """Say whether a column stands alone in a count, of all its values or of the different ones."""
    item = node.parent
    if isinstance(item, exp.Distinct) and len(item.expressions) == 1 and not item.args.get("on"):
        item = item.parent
    return isinstance(item, exp.Count) and not item.expressions


def _count_rows(node: exp.Column, source: Source, names: Resolution) -> None:
    node.set("this", exp.to_identifier(_ROW_NUMBER))
    node.set("table", exp.to_identifier(source.alias, quoted=True))
    del names.columns[id(node)], names.mentions[id(node)]
