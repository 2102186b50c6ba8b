// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/progress.h"

#include "app/cli/output.h"
#include "base/format.h"

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace hugger {

namespace {

qint64 percent(const ProgressLook& look)
{
    // 100 only when it is so.
    return look.total <= 0 ? 0
                           : static_cast<qint64>(100.0 * static_cast<double>(std::min(look.done, look.total))
                                                 / static_cast<double>(look.total));
}

QString ofAll(const ProgressLook& look)
{
    return look.isCount ? u"%1 of %2"_s.arg(look.done).arg(look.total)
                        : u"%1 of %2"_s.arg(formatBytes(look.done), formatBytes(look.total));
}

QString bar(const ProgressLook& look, int cells, bool unicode)
{
    const double share =
        look.total <= 0 ? 0 : std::clamp(static_cast<double>(look.done) / static_cast<double>(look.total), 0.0, 1.0);
    const auto full = static_cast<int>(share * cells);
    return QString(full, unicode ? QChar(0x2588) : u'#') + QString(cells - full, unicode ? QChar(0x2591) : u'.');
}

} // namespace

QString progressText(const ProgressLook& look, int width, bool unicode)
{
    if (look.total <= 0)
        return u"  "_s + look.what + (look.waiting.isEmpty() ? QString() : u": "_s + look.waiting);
    QString tail = ofAll(look);
    if (!look.waiting.isEmpty()) {
        tail += u"  "_s + look.waiting;
    } else {
        if (look.rate > 0)
            tail += u"  "_s + formatRate(look.rate);
        if (look.eta >= 0)
            tail += u"  "_s + formatSeconds(look.eta) + u" left"_s;
    }
    const QString head = u"  %1 "_s.arg(QString::number(percent(look)) + u" %"_s, 5);
    // The bar is what may be short; under eight cells it says nothing.
    const auto room = static_cast<int>(width - 1 - head.size() - 2 - tail.size());
    if (room < 8)
        return head + u' ' + tail;
    return head + bar(look, std::min(room, 30), unicode) + u"  "_s + tail;
}

Progress::Progress(Output& out, std::function<std::optional<ProgressLook>()> look)
    : m_out(out)
    , m_look(std::move(look))
{
    connect(&m_timer, &QTimer::timeout, this, &Progress::tick);
    if (out.isJson())
        m_timer.start(500ms);
    else if (out.isLive())
        m_timer.start(200ms);
    else if (!out.isQuiet())
        m_timer.start(1s);
    m_sinceLine.start();
}

Progress::~Progress()
{
    m_out.setLive({});
}

void Progress::tick()
{
    const auto look = m_look();
    if (!look)
        return;
    if (m_out.isJson()) {
        if (look->json != m_lastJson)
            m_out.progress({{u"progress"_s, look->json}});
        m_lastJson = look->json;
    } else if (m_out.isLive()) {
        m_out.setLive(progressText(*look, m_out.width(), m_out.isUnicode()));
    } else {
        plainLine(*look);
    }
}

void Progress::plainLine(const ProgressLook& look)
{
    // A log file wants to know what changes, not every second of it: each tenth, each new reason, and a sign of life.
    const qint64 tenth = look.total > 0 ? percent(look) / 10 : -1;
    const bool waits = look.waiting.isEmpty() != m_lastWaiting.isEmpty();
    if (tenth == m_tenth && look.what == m_lastWhat && !waits && m_sinceLine.elapsed() < 30'000)
        return;
    m_tenth = tenth;
    m_lastWaiting = look.waiting;
    m_lastWhat = look.what;
    m_sinceLine.start();
    if (look.total <= 0) {
        m_out.notice(look.waiting.isEmpty() ? look.what : look.what + u": "_s + look.waiting);
        return;
    }
    QString text = u"%1 %, %2"_s.arg(percent(look)).arg(ofAll(look));
    if (!look.waiting.isEmpty())
        text += u", "_s + look.waiting;
    else if (look.rate > 0)
        text += u", "_s + formatRate(look.rate);
    m_out.notice(look.what + u": "_s + text);
}

} // namespace hugger
