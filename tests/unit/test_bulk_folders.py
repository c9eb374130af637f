"""Of a folder, the articles are taken in, and not what browsers save beside these."""

from pathlib import Path

from reader.app import files_in


def test_the_folder_beside_a_saved_page_holds_no_articles(tmp_path: Path) -> None:
    saved = ("Новини.html", "Новини_files/frame.html", "Новини_files/deep/x.txt", "стар.htm")
    others = ("стар_файлове/x.html", "други_files/доклад.pdf", "папка/Новини.pdf")
    for name in (*saved, *others):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    found = [str(path.relative_to(tmp_path)) for path in files_in([tmp_path], [])]
    assert found == ["Новини.html", "стар.htm", "други_files/доклад.pdf", "папка/Новини.pdf"]
    page, folder = tmp_path / "Новини.html", tmp_path / "Новини_files"
    assert list(files_in([folder, page], [])) == [page]
    assert len(list(files_in([folder], []))) == 2
