// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "samples.h"

#include "base/shellwords.h"
#include "ui/details/loadlines.h"

#include <QtCore/QProcess>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

using namespace hugger;
using namespace hugger::test;

class TestLoadLines final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quotesForPython_data();
    void quotesForPython();
    void quotesForTheShell_data();
    void quotesForTheShell();
    void linesOfAModel();
    void linesOfADataset();
    void linesOfGguf();
    void mountsOddFolders();
    void nothingWithoutFolder();

private:
    static QString textOf(const SnapshotDetails& details, const QString& title)
    {
        for (const LoadRecipe& recipe : loadRecipes(details)) {
            if (recipe.title == title)
                return recipe.text;
        }
        return {};
    }
    static void addOddTexts()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("plain") << u"/home/kim/hub"_s;
        QTest::newRow("spaces") << u"/home/kim/my store/hub"_s;
        QTest::newRow("quotes") << uR"(/a/it's "here"/hub)"_s;
        QTest::newRow("backslash") << uR"(/a/b\n\/$HOME/`id`/!x;&|)"_s;
        QTest::newRow("newline") << u"/a/new\nline"_s;
        QTest::newRow("others") << u"/ä/模型/🐦"_s;
        QTest::newRow("turned") << u"/a/\u202Egnp.exe"_s;
        QTest::newRow("empty") << QString();
    }
    /// What a program says that gets these arguments.
    static QByteArray outputOf(const QString& program, const QStringList& arguments)
    {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray("not run");
    }
};

void TestLoadLines::quotesForPython_data()
{
    addOddTexts();
}

void TestLoadLines::quotesForPython()
{
    QFETCH(const QString, text);
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("there is no Python here");
    const QString code = u"import sys; sys.stdout.buffer.write(%1.encode())"_s.arg(pythonQuoted(text));
    QCOMPARE(outputOf(u"python3"_s, {u"-c"_s, code}), text.toUtf8());
}

void TestLoadLines::quotesForTheShell_data()
{
    addOddTexts();
}

void TestLoadLines::quotesForTheShell()
{
    QFETCH(const QString, text);
    const QString code = u"printf %s "_s + shellQuoted(text);
    QCOMPARE(outputOf(u"/bin/sh"_s, {u"-c"_s, code}), text.toUtf8());
}

void TestLoadLines::linesOfAModel()
{
    const SnapshotDetails details = sampleDetails();
    const QString commit = QString::fromLatin1(details.record.commit);
    QStringList titles;
    for (const LoadRecipe& recipe : loadRecipes(details))
        titles.append(recipe.title);
    QCOMPARE(titles, QStringList({u"transformers"_s, u"Python"_s, u"Shell"_s, u"Docker"_s}));
    const QString python = textOf(details, u"transformers"_s);
    QVERIFY(python.contains(uR"(os.environ["HF_HUB_CACHE"] = "/home/kim/hugger store/hub")"_s));
    QVERIFY(python.contains(uR"(os.environ["HF_HUB_OFFLINE"] = "1")"_s));
    QVERIFY(python.contains(uR"("acme/Orion-7B-Instruct")"_s));
    QVERIFY(python.contains(u"revision=\"%1\""_s.arg(commit)));
    QCOMPARE(textOf(details, u"Shell"_s),
             u"export HF_HUB_CACHE='/home/kim/hugger store/hub'\nexport HF_HUB_OFFLINE=1\n"
             "hf download acme/Orion-7B-Instruct --revision %1\n"_s.arg(commit));
    QVERIFY(textOf(details, u"Docker"_s).contains(u"-v '/home/kim/hugger store:/store:ro' "_s));
}

void TestLoadLines::linesOfADataset()
{
    SnapshotDetails details = sampleDetails();
    details.record.repo = {RepoKind::Dataset, u"corpora/street-signs"_s};
    QVERIFY(textOf(details, u"transformers"_s).isEmpty());
    QVERIFY(textOf(details, u"Python"_s).contains(u"repo_type=\"dataset\""_s));
    QVERIFY(textOf(details, u"Shell"_s).contains(u"--repo-type dataset"_s));
}

void TestLoadLines::linesOfGguf()
{
    SnapshotDetails details = partialDetails();
    details.folder = u"/a b/it's"_s;
    details.record.files.append({heldFile(u"mmproj-F16.gguf"_s, 10), heldFile(u"big/Big-00001-of-00002.gguf"_s, 10),
                                 heldFile(u"big/Big-00002-of-00002.gguf"_s, 10)});
    QCOMPARE(textOf(details, u"llama.cpp"_s), uR"(llama-cli -m '/a b/it'\''s/Kestrel-Q4_K_M.gguf'
llama-cli -m '/a b/it'\''s/big/Big-00001-of-00002.gguf'
)"_s);
    // Ollama takes no model in parts.
    QCOMPARE(textOf(details, u"Ollama"_s), uR"(printf '%s\n' 'FROM "/a b/it'\''s/Kestrel-Q4_K_M.gguf"' > Modelfile
ollama create kestrel-q4_k_m -f Modelfile
)"_s);
}

void TestLoadLines::mountsOddFolders()
{
    SnapshotDetails details = sampleDetails();
    details.hubCache = u"/media/a:b, \"c\"/hub"_s;
    QVERIFY(textOf(details, u"Docker"_s)
                .contains(uR"(--mount 'type=bind,"source=/media/a:b, ""c""",target=/store,readonly')"_s));
}

void TestLoadLines::nothingWithoutFolder()
{
    SnapshotDetails details = sampleDetails();
    details.folder.clear();
    QVERIFY(loadRecipes(details).isEmpty());
}

QTEST_MAIN(TestLoadLines)
#include "tst_loadlines.moc"
