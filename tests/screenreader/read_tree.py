"""Print the accessible tree of a program as JSON.

Run by the system's Python, which has pyatspi, on the session's own bus:
read_tree.py PROGRAM [DEPTH]
"""

import json
import sys

import pyatspi

MOST_CHILDREN = 400


def describe(thing, depth):
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
        "children": [],
    }
    if depth > 0:
        for number in range(min(thing.childCount, MOST_CHILDREN)):
            child = thing.getChildAtIndex(number)
            if child is not None:
                node["children"].append(describe(child, depth - 1))
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


def main():
    program, depth = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 40
    desktop = pyatspi.Registry.getDesktop(0)
    found = [describe(each, depth) for each in desktop if each and each.name == program]
    json.dump(found, sys.stdout, ensure_ascii=False)


main()
