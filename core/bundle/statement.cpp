// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bundle/statement.h"

#include "base/format.h"

#include <QtCore/QLocale>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype columns = 100;
constexpr qsizetype labelColumns = 16;

/// "123,456,789": with a separator that is the same everywhere.
QString grouped(qint64 number)
{
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::DefaultNumberOptions); // its own are to group nothing
    return locale.toString(number);
}

/// Breaks at blanks, where there are any.
QStringList wrapped(const QString& text, qsizetype width)
{
    QStringList lines;
    const auto words = QStringView(text).split(u' ', Qt::SkipEmptyParts);
    for (const QStringView word : words) {
        if (lines.isEmpty() || lines.constLast().size() + 1 + word.size() > width)
            lines.append(word.toString());
        else
            lines.last() += u' ' + word;
    }
    return lines;
}

/// Builds the page. What comes from outside cannot break out of its line.
class Page final {
public:
    void heading(const QString& text) { m_text += u'\n' + text + u'\n' + QString(text.size(), u'-') + u"\n\n"_s; }
    void paragraph(const QString& text)
    {
        for (const QString& line : wrapped(text, columns))
            m_text += line + u'\n';
    }
    void fact(const QString& label, const QString& value)
    {
        const QStringList lines = wrapped(escapeForTerminal(value), columns - labelColumns);
        QString before = label.leftJustified(labelColumns);
        for (const QString& line : lines.isEmpty() ? QStringList{u"(not known)"_s} : lines) {
            m_text += before + line + u'\n';
            before = QString(labelColumns, u' ');
        }
    }
    void factIfAny(const QString& label, const QString& value)
    {
        if (!value.isEmpty())
            fact(label, value);
    }
    [[nodiscard]] QByteArray text() const { return m_text.toUtf8(); }

private:
    QString m_text;
};

QString rule(const Selection& selection)
{
    QStringList parts;
    for (const QString& pattern : selection.include)
        parts.append(u"include "_s + pattern);
    for (const QString& pattern : selection.exclude)
        parts.append(u"exclude "_s + pattern);
    return parts.isEmpty() ? u"everything"_s : parts.join(u", "_s);
}

QString amount(qint64 files, qint64 bytes)
{
    return u"%1 file%2, %3 bytes"_s.arg(grouped(files), files == 1 ? QString() : u"s"_s, grouped(bytes))
        + (bytes >= 1000 ? u" (%1)"_s.arg(formatBytes(bytes)) : QString());
}

QString gatingWords(Gating gating)
{
    switch (gating) {
    case Gating::Auto:
        return u"yes: access was given to everybody who accepted the conditions"_s;
    case Gating::Manual:
        return u"yes: access was given by the authors, one by one"_s;
    case Gating::No:
        break;
    }
    return u"no"_s;
}

void addLicense(Page& page, const Record& record)
{
    page.heading(u"License, as the Hub gave it then"_s);
    page.fact(u"License"_s, record.license.ids.isEmpty() ? u"none stated"_s : record.license.ids.join(u", "_s));
    page.factIfAny(u"Name"_s, record.license.name);
    page.factIfAny(u"Text at"_s, record.license.link);
    for (const HeldFile& file : record.files) {
        const QString name = file.path.toLower();
        if (name.startsWith("license"_L1) || name.startsWith("licence"_L1) || name.startsWith("copying"_L1)
            || name.startsWith("notice"_L1) || name.startsWith("use_policy"_L1))
            page.fact(u"Text held as"_s, file.path);
    }
    page.fact(u"Gated"_s, gatingWords(record.gating));
    page.fact(u"Private"_s, record.isPrivate ? u"yes"_s : u"no"_s);
}

void addHeld(Page& page, const Record& record, const QString& storeLabel)
{
    page.heading(u"What is held"_s);
    if (record.isComplete()) {
        page.fact(u"Held"_s, u"complete: "_s + amount(record.files.size(), record.bytes()));
    } else {
        page.fact(u"Held"_s, u"a part: "_s + amount(record.files.size(), record.bytes()));
        page.fact(u"Of"_s, amount(record.listedFiles, record.listedBytes) + u" that the commit has"_s);
        for (const Selection& selection : record.selections)
            page.fact(u"Chosen by"_s, rule(selection));
    }
    page.fact(u"Verified"_s,
              record.verifiedAt.isEmpty()
                  ? u"each file when it arrived; not all of them again since the record was last changed"_s
                  : u"%1: the SHA-256 of every file was computed over the bytes on disk and is right"_s.arg(
                        record.verifiedAt));
    page.factIfAny(u"Store"_s, storeLabel);
    page.factIfAny(u"Archived with"_s,
                   record.huggerVersion.isEmpty() ? QString() : u"hugger "_s + record.huggerVersion);
}

} // namespace

QByteArray statementOf(const Record& record, const QString& storeLabel)
{
    Page page;
    const QString title = u"Reproducibility statement: "_s + record.repo.display();
    page.paragraph(title);
    page.paragraph(QString(title.size(), u'='));
    page.heading(u"What it is"_s);
    page.fact(u"Repository"_s, record.repo.id);
    page.fact(u"Kind"_s, kindName(record.repo.kind));
    page.fact(u"Commit"_s, QString::fromLatin1(record.commit));
    page.fact(u"Asked for"_s, record.revision);
    page.factIfAny(u"Branches, tags"_s, record.refs.join(u", "_s));
    page.fact(u"From"_s, record.endpoint + record.repo.pagePath() + u"/tree/"_s + QLatin1StringView(record.commit));
    page.fact(u"Captured"_s, record.capturedAt);
    if (record.updatedAt != record.capturedAt)
        page.factIfAny(u"Record changed"_s, record.updatedAt);
    page.factIfAny(u"Last changed"_s,
                   record.lastModified.isEmpty() ? QString() : record.lastModified + u" on the Hub"_s);
    page.factIfAny(u"Hub's own id"_s, record.hubId);
    addLicense(page, record);
    addHeld(page, record, storeLabel);
    page.heading(u"Files"_s);
    page.paragraph(
        u"Each line is the SHA-256 of a file and its path. To check a copy, go to its folder and run this, with "
        "the name of this page for STATEMENT:"_s);
    QByteArray text = page.text() + "    grep -E '^[0-9a-f]{64}  ' STATEMENT | sha256sum -c\n\n";
    for (const HeldFile& file : record.files)
        text += file.sha256 + "  " + file.path.toUtf8() + '\n';
    return text;
}

} // namespace hugger
