"""A text that the request asks for is known before it comes, and need not be read."""

from __future__ import annotations

from sqlglot import exp

from creatio_dbapi.plan.drafts import Draft, Environment, conjuncts, field_of
from creatio_dbapi.plan.filters import all_of
from creatio_dbapi.plan.joins import extended
from creatio_dbapi.plan.resolve import Block, Mention, Resolution
from creatio_dbapi.plan.shapes import is_plain
from creatio_dbapi.profile import tells_text_apart
from creatio_dbapi.request import Comparison


def give_known_texts(tree: exp.Expr, names: Resolution, drafts: dict[int, Draft], environment: Environment) -> None:
    """Give in place of a column the text that all of its rows have, where the column is an output and nothing else.

    Only of joined tables: the rows of a single one are given as they come. The server must be one that takes two texts
    for equal only if they are.
    """
    block = next((each for each in names.blocks if each.select is tree), None)
    if block is None or block.nested or len(block.sources) < 2 or not is_plain(block.select):
        return
    if not tells_text_apart(environment.profile):
        return
    mentioned = [names.mentions.get(id(node), []) for node in tree.find_all(exp.Column)]
    for place, item in enumerate(tree.expressions):
        node = item.unalias()
        found = names.of(node) if isinstance(node, exp.Column) else None
        if found is None or sum(found in each for each in mentioned) > 1:
            continue
        text = _known_text(found, block, drafts, environment)
        if text is not None:
            given = exp.alias_(exp.Literal.string(text), item.alias_or_name, quoted=True)
            tree.expressions[place].replace(given)


def _known_text(found: Mention, block: Block, drafts: dict[int, Draft], environment: Environment) -> str | None:
    """Return the one text that a column has in all rows that are read of its table."""
    source, column = found
    if id(source) in extended(block) or source not in block.sources:
        return None
    path = field_of(source, column, environment.profile).path
    for item in conjuncts(all_of(drafts[id(source)].filters)):
        if isinstance(item, Comparison) and item.path == path and item.operator == "eq":
            return item.value.value if isinstance(item.value.value, str) and column.type == "Edm.String" else None
    return None
