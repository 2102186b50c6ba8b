// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QtCore/QJsonObject>
#include <QtCore/QString>

namespace hugger {

/// What the commands say. Results go to stdout, everything else to stderr. With --json stdout is one document and
/// stderr is JSON lines.
///
/// Everything that passes here is made safe for a terminal: no control character that came from outside gets through.
class Output final {
public:
    enum class Tone { Plain, Strong, Dim, Good, Warn, Bad };

    /// Quiet: only results and errors.
    Output(bool json, bool quiet);

    [[nodiscard]] bool isJson() const { return m_json; }
    [[nodiscard]] bool isQuiet() const { return m_quiet; }
    /// True when somebody watches stderr: progress is one line, drawn again and again.
    [[nodiscard]] bool isLive() const { return m_live; }
    /// Columns of that terminal.
    [[nodiscard]] int width() const;
    /// True when the terminal shows more than ASCII.
    [[nodiscard]] bool isUnicode() const { return m_unicode; }

    /// A line of the result for a person; nothing with --json.
    void line(const QString& text, Tone tone = Tone::Plain);
    /// "Name   value", aligned.
    void field(const QString& name, const QString& value, Tone tone = Tone::Plain);
    /// Text of our own, printed as it is: help, completion scripts.
    void verbatim(const QString& text);
    /// Something worth knowing beside the result, on stderr: a sentence, or {"notice": ...}. Not when quiet.
    void notice(const QString& text, Tone tone = Tone::Plain);

    /// The one document of --json.
    void document(const QJsonObject& document);
    /// The same for lists of any length, in flat memory: {"name":[ item, ... ] and what endList() adds }.
    void beginList(const QString& name);
    void item(const QJsonObject& item);
    void endList(const QJsonObject& rest = {});
    /// A line of JSON on stderr.
    void progress(const QJsonObject& progress);

    /// Replaces the line of progress on the terminal; "" takes it away. Only when isLive().
    void setLive(const QString& text);

    /// What was said so far goes out now: for commands that stay.
    void flush();
    /// Says what went wrong and returns the exit code.
    [[nodiscard]] int failure(const Error& error);
    /// False when stdout did not take everything: a full disk behind a redirection.
    [[nodiscard]] bool finish();

    [[nodiscard]] static QJsonObject errorJson(const Error& error);

private:
    void write(FILE* stream, const QString& text, Tone tone, bool coloured);

    bool m_json = false;
    bool m_quiet = false;
    bool m_live = false;
    bool m_unicode = false;
    bool m_colourOut = false;
    bool m_colourErr = false;
    bool m_liveShown = false;
    bool m_documentDone = false;
    qint64 m_items = 0;
};

/// How many of something: "1 file", "12 files".
[[nodiscard]] QString counted(qint64 count, const QString& singular, const QString& plural);

} // namespace hugger
