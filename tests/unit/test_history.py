"""Back to where one was before a jump, and forth again."""

from reader.gui.history import History, Visit
from reader.model.position import Position


def at(block, article=1):
    return Visit(article, Position(block, 0))


def test_back_leads_through_the_places_that_were_left_and_forth_again():
    history = History()
    history.leave(at(0))
    history.leave(at(5))
    assert history.back(at(9)) == at(5)
    assert history.back(at(5)) == at(0)
    assert history.back(at(0)) is None
    assert history.forth(at(0)) == at(5)
    assert history.forth(at(5)) == at(9)
    assert history.forth(at(9)) is None


def test_a_new_jump_forgets_what_lay_ahead():
    history = History()
    history.leave(at(0))
    assert history.back(at(5)) == at(0)
    history.leave(at(2))
    assert history.forth(at(3)) is None
    assert history.back(at(3)) == at(2)


def test_the_place_where_one_is_counts_as_no_step():
    history = History()
    history.leave(at(0))
    history.leave(at(4))
    assert history.back(at(4)) == at(0)


def test_places_of_several_articles_are_one_way():
    history = History()
    history.leave(at(3, article=1))
    history.leave(at(7, article=2))
    assert history.back(at(0, article=3)) == at(7, article=2)
    assert history.back(at(7, article=2)) == at(3, article=1)
