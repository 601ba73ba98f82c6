from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Thread

import pytest

from workflow.store.turns import OneAtATime


def test_turns_are_given_in_the_order_in_which_they_were_asked_for() -> None:
    turns, served = OneAtATime(), list[int]()

    def ask(number: int) -> None:
        with turns.one():
            served.append(number)

    with turns.one():
        waiting = []
        for number in range(10):
            thread = Thread(target=ask, args=(number,))
            thread.start()
            while turns.waiting <= number:
                pass
            waiting.append(thread)
    for thread in waiting:
        thread.join()

    assert served == list(range(10))


def test_only_one_has_the_turn() -> None:
    turns, together, ready = OneAtATime(), 0, Barrier(8)

    def take() -> int:
        nonlocal together
        most = 0
        ready.wait()
        for _ in range(200):
            with turns.one():
                together += 1
                most = max(most, together)
                together -= 1
        return most

    with ThreadPoolExecutor(8) as threads:
        most = [done.result() for done in [threads.submit(take) for _ in range(8)]]

    assert most == [1] * 8


def test_a_turn_is_passed_on_after_an_error() -> None:
    turns = OneAtATime()
    with pytest.raises(ZeroDivisionError), turns.one():
        _ = 1 / 0

    with turns.one():
        pass


def test_who_has_the_turn_cannot_ask_for_another() -> None:
    turns = OneAtATime()

    with turns.one(), pytest.raises(RuntimeError), turns.one():
        pass

    with turns.one():
        pass
