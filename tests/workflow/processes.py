"""Child processes for tests: forked, so that nothing has to be imported again."""

import gc
import os
import signal
import time
import traceback
from collections.abc import Callable


def start(work: Callable[[], None]) -> int:
    """Start a process that does some work and ends; return its id."""
    process = os.fork()
    if process:
        return process
    # A collection would touch, and so copy, all that the child shares with its parent.
    gc.disable()
    status = 1
    try:
        work()
        status = 0
    except BaseException:  # noqa: BLE001  the child must end here, whatever happens
        traceback.print_exc()
    finally:
        os._exit(status)


def join(process: int) -> int:
    """Wait for the end of a process; return its exit code, negative for a signal."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def kill(process: int) -> None:
    """End a process as a power cut would."""
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)


def end(process: int) -> None:
    """Have a process end as a power cut would, while another waits for it."""
    os.kill(process, signal.SIGKILL)


def end_at_once() -> None:
    """End this process as a power cut would; nothing after it happens."""
    os.kill(os.getpid(), signal.SIGKILL)


def freeze(process: int) -> None:
    """Stop a process until it is thawed."""
    os.kill(process, signal.SIGSTOP)


def freeze_here() -> None:
    """Stop this process until another thaws it."""
    os.kill(os.getpid(), signal.SIGSTOP)


def await_frozen(process: int) -> None:
    """Wait until a process has stopped itself."""
    _, status = os.waitpid(process, os.WUNTRACED)
    assert os.WIFSTOPPED(status)


def thaw(process: int) -> None:
    """Let a process go on that has stopped itself."""
    os.kill(process, signal.SIGCONT)


def pause(seconds: float) -> None:
    """Let other processes run before they are killed; nothing may depend on how far they come."""
    time.sleep(seconds)
