// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/output.h"

#include "base/format.h"
#include "base/log.h"

#include <QtCore/QJsonDocument>

#include <cerrno>
#include <cstdio>
#include <langinfo.h>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr int fieldWidth = 9;

bool isTerminal(FILE* stream)
{
    const QByteArray term = qgetenv("TERM");
    return isatty(fileno(stream)) == 1 && term != "dumb";
}

QLatin1StringView colourOf(Output::Tone tone)
{
    switch (tone) {
    case Output::Tone::Plain:
        return ""_L1;
    case Output::Tone::Strong:
        return "\x1b[1m"_L1;
    case Output::Tone::Dim:
        return "\x1b[2m"_L1;
    case Output::Tone::Good:
        return "\x1b[32m"_L1;
    case Output::Tone::Warn:
        return "\x1b[33m"_L1;
    case Output::Tone::Bad:
        return "\x1b[31m"_L1;
    }
    return ""_L1;
}

void put(FILE* stream, const QByteArray& bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

QByteArray compact(const QJsonObject& object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace

Output::Output(bool json, bool quiet)
    : m_json(json)
    , m_quiet(quiet)
{
    const bool colours = qEnvironmentVariableIsEmpty("NO_COLOR");
    m_colourOut = colours && !json && isTerminal(stdout);
    m_colourErr = colours && !json && isTerminal(stderr);
    m_live = !json && !quiet && isTerminal(stderr);
    m_unicode = qstrcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

int Output::width() const
{
    winsize size{};
    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

void Output::write(FILE* stream, const QString& text, Tone tone, bool coloured)
{
    setLive({});
    QByteArray bytes = escapeForTerminal(text).toUtf8();
    if (const auto colour = colourOf(tone); coloured && !colour.isEmpty())
        bytes = QByteArray(colour.data(), colour.size()) + bytes + "\x1b[0m";
    put(stream, bytes + '\n');
}

void Output::line(const QString& text, Tone tone)
{
    if (!m_json)
        write(stdout, text, tone, m_colourOut);
}

void Output::field(const QString& name, const QString& value, Tone tone)
{
    line(u"  "_s + name.leftJustified(fieldWidth) + u' ' + value, tone);
}

void Output::verbatim(const QString& text)
{
    setLive({});
    put(stdout, text.toUtf8());
}

void Output::notice(const QString& text, Tone tone)
{
    if (m_quiet)
        return;
    if (m_json)
        progress({{u"notice"_s, text}});
    else
        write(stderr, text, tone, m_colourErr);
}

void Output::document(const QJsonObject& document)
{
    Q_ASSERT(!m_documentDone);
    m_documentDone = true;
    put(stdout, compact(document) + '\n');
}

void Output::beginList(const QString& name)
{
    Q_ASSERT(!m_documentDone);
    m_documentDone = true;
    m_items = 0;
    put(stdout, "{\"" + name.toUtf8() + "\":[");
}

void Output::item(const QJsonObject& item)
{
    put(stdout, (m_items++ == 0 ? "\n" : ",\n") + compact(item));
}

void Output::endList(const QJsonObject& rest)
{
    const QByteArray more = compact(rest);
    put(stdout, (m_items == 0 ? "]" : "\n]") + (rest.isEmpty() ? QByteArray("}") : ',' + more.sliced(1)) + '\n');
}

void Output::progress(const QJsonObject& progress)
{
    put(stderr, compact(progress) + '\n');
}

void Output::setLive(const QString& text)
{
    if (!m_live || (text.isEmpty() && !m_liveShown))
        return;
    // What was printed to stdout must come before the line that is drawn over.
    std::fflush(stdout);
    put(stderr, "\r\x1b[K" + escapeForTerminal(text.left(width() - 1)).toUtf8());
    std::fflush(stderr);
    m_liveShown = !text.isEmpty();
}

QJsonObject Output::errorJson(const Error& error)
{
    return {{u"code"_s, error.code}, {u"message"_s, redacted(error.message)}, {u"detail"_s, redacted(error.detail)}};
}

int Output::failure(const Error& error)
{
    const int code = exitCode(error.kind);
    const QString message = redacted(error.message);
    if (m_json && !m_documentDone) {
        document({{u"error"_s, errorJson(error)}});
        return code;
    }
    // With --json this comes only after a list was begun: it is left unfinished, so that nobody takes it for whole.
    write(stderr, u"hugger: "_s + message, error.kind == ErrorKind::Interrupted ? Tone::Warn : Tone::Bad, m_colourErr);
    if (!error.detail.isEmpty())
        qCInfo(lcArchive).noquote() << error.code << redacted(error.detail);
    return code;
}

void Output::flush()
{
    std::fflush(stdout);
}

bool Output::finish()
{
    setLive({});
    errno = 0;
    const bool flushed = std::fflush(stdout) == 0 && std::ferror(stdout) == 0;
    // Whoever closed the pipe has seen enough.
    return flushed || errno == EPIPE;
}

QString counted(qint64 count, const QString& singular, const QString& plural)
{
    return QString::number(count) + u' ' + (count == 1 ? singular : plural);
}

} // namespace hugger
