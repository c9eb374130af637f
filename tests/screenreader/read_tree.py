"""Print the accessible tree of a program as JSON.

Run by the system's Python, which has pyatspi, on the session's own bus:
read_tree.py PROGRAM [active]     with "active", only what shows of its active window
"""

import json
import sys

import pyatspi

MOST_CHILDREN = 400
MOST_LEVELS = 40


def describe(thing, states, *, hidden, depth=MOST_LEVELS):
    """Return a thing and what is in it; each question costs a way to the program and back."""
    attributes = dict(item.split(":", 1) for item in thing.getAttributes() or [])
    text, caret = text_of(thing)
    node = {
        "role": thing.getRoleName(),
        "name": thing.name or "",
        "description": thing.description or "",
        "locale": thing.objectLocale or "",
        "attributes": attributes,
        "states": sorted(map(pyatspi.stateToString, states.getStates())),
        "text": text,
        "caret": caret,
        "actions": actions_of(thing),
        "labels": labels_of(thing),
        "extents": extents_of(thing),
        "path": thing.path,
        "children": [],
    }
    if depth > 0:
        for number in range(min(thing.childCount, MOST_CHILDREN)):
            child = thing.getChildAtIndex(number)
            if child is None:
                continue
            its = child.getState()
            if hidden or its.contains(pyatspi.STATE_SHOWING):
                node["children"].append(describe(child, its, hidden=hidden, depth=depth - 1))
    return node


def text_of(thing):
    """Return the text of a thing and where the caret is in it."""
    try:
        text = thing.queryText()
    except NotImplementedError:
        return "", -1
    return text.getText(0, -1), text.caretOffset


def actions_of(thing):
    try:
        action = thing.queryAction()
    except NotImplementedError:
        return []
    return [action.getName(number) for number in range(action.nActions)]


def labels_of(thing):
    labels = []
    for relation in thing.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            labels += [relation.getTarget(n).name or "" for n in range(relation.getNTargets())]
    return labels


def extents_of(thing):
    try:
        box = thing.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    except NotImplementedError:
        return [0, 0, 0, 0]
    return [box.x, box.y, box.width, box.height]


def main():
    program, *only = sys.argv[1:]
    desktop = pyatspi.Registry.getDesktop(0)
    programs = [each for each in desktop if each and each.name == program]
    if only:
        windows = [window for each in programs for window in each if window is not None]
        known = [(each, each.getState()) for each in windows]
        active = [pair for pair in known if pair[1].contains(pyatspi.STATE_ACTIVE)]
        found = [describe(*pair, hidden=False) for pair in active]
    else:
        found = [describe(each, each.getState(), hidden=True) for each in programs]
    json.dump(found, sys.stdout, ensure_ascii=False)


main()
