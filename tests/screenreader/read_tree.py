"""Print the accessible tree of a program as JSON.

Run by the system's Python, which has pyatspi, on the session's own bus:
read_tree.py PROGRAM [active]     with "active", only what shows of its active window
"""

import json
import sys

import pyatspi

MOST_CHILDREN = 400
MOST_LEVELS = 40


def describe(thing, *, hidden, depth=MOST_LEVELS):
    attributes = dict(item.split(":", 1) for item in thing.getAttributes() or [])
    states = [pyatspi.stateToString(state) for state in thing.getState().getStates()]
    node = {
        "role": thing.getRoleName(),
        "name": thing.name or "",
        "description": thing.description or "",
        "locale": thing.objectLocale or "",
        "attributes": attributes,
        "states": sorted(states),
        "text": text_of(thing),
        "caret": caret_of(thing),
        "actions": actions_of(thing),
        "labels": labels_of(thing),
        "extents": extents_of(thing),
        "path": thing.path,
        "children": [],
    }
    if depth > 0:
        for number in range(min(thing.childCount, MOST_CHILDREN)):
            child = thing.getChildAtIndex(number)
            if child is not None and (hidden or shows(child)):
                node["children"].append(describe(child, hidden=hidden, depth=depth - 1))
    return node


def text_of(thing):
    try:
        return thing.queryText().getText(0, -1)
    except NotImplementedError:
        return ""


def caret_of(thing):
    try:
        return thing.queryText().caretOffset
    except NotImplementedError:
        return -1


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


def shows(thing):
    return thing.getState().contains(pyatspi.STATE_SHOWING)


def main():
    program, *only = sys.argv[1:]
    desktop = pyatspi.Registry.getDesktop(0)
    programs = [each for each in desktop if each and each.name == program]
    if only:
        windows = [window for each in programs for window in each if window is not None]
        active = [each for each in windows if each.getState().contains(pyatspi.STATE_ACTIVE)]
        found = [describe(each, hidden=False) for each in active]
    else:
        found = [describe(each, hidden=True) for each in programs]
    json.dump(found, sys.stdout, ensure_ascii=False)


main()
