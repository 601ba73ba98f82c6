"""A notifier that puts each letter into a folder, for a demonstration or for printing."""

from dataclasses import dataclass
from pathlib import Path

from workflow.model.case import Outgoing


@dataclass(frozen=True, slots=True)
class Folder:
    """Writes letters as text files; the same letter twice is one file."""

    path: Path

    def send(self, outgoing: Outgoing) -> None:
        """Write a letter into the folder.

        Raises:
            OSError: If it cannot be written.
        """
        letter = outgoing.letter
        self.path.mkdir(parents=True, exist_ok=True)
        text = f"To: {letter.to_name}\nSubject: {letter.subject}\n\n{letter.body}\n"
        unfinished = self.path / f".{letter.id}.part"
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(self.path / f"{letter.written_at:%Y-%m-%d}-{letter.id}.txt")
