// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/gui/watchnews.h"

#include "ui/details/eventsmodel.h"
#include "ui/widgets/windowsettings.h"
#include "ui/widgets/words.h"
#include "watch/finding.h"

#include <QtCore/QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace hugger {

namespace {

constexpr qsizetype maxNames = 3;
constexpr qsizetype maxOfTheirOwn = 3; ///< alarming events of one type; more are told together
constexpr auto prefix = "watch-"_L1;

/// "watch-17-model/acme/x"
QString idOf(const Event& event)
{
    return prefix + QString::number(event.id) + u'-' + kindName(event.repo.kind) + u'/' + event.repo.id;
}

QString nameOf(const Event& event)
{
    return plainLine(event.repo.display());
}

QStringList distinctNames(const QList<Event>& events)
{
    QStringList names;
    for (const Event& event : events) {
        if (const QString name = nameOf(event); !names.contains(name))
            names.append(name);
    }
    return names;
}

QString listed(const QStringList& names)
{
    if (names.size() <= maxNames)
        return QLocale().createSeparatedList(names);
    //: %1 is some names of repositories, %n how many there are beside those.
    return WatchNews::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - maxNames))
        .arg(names.first(maxNames).join(u", "_s));
}

bool isUpdate(const QString& type)
{
    return type != "gone"_L1 && type != "disabled"_L1 && type != "gated"_L1;
}

} // namespace

WatchNews::WatchNews(Engine& engine, const WindowSettings& settings, std::chrono::milliseconds together,
                     QObject* parent)
    : QObject(parent)
    , m_engine(engine)
    , m_settings(settings)
{
    m_together.setSingleShot(true);
    m_together.setInterval(together);
    connect(&m_together, &QTimer::timeout, this, &WatchNews::tell);
}

std::optional<WatchNews::About> WatchNews::aboutOf(const QString& notificationId)
{
    if (!notificationId.startsWith(prefix))
        return {};
    const QString rest = notificationId.sliced(prefix.size());
    const qsizetype dash = rest.indexOf(u'-');
    const qsizetype slash = rest.indexOf(u'/');
    if (dash < 0 || slash < dash)
        return About{};
    const auto kind = kindFromName(QStringView(rest).sliced(dash + 1, slash - dash - 1));
    if (!kind)
        return About{};
    return About{.event = rest.first(dash).toLongLong(), .repo = RepoId{*kind, rest.sliced(slash + 1)}};
}

void WatchNews::happened(const QList<Event>& events)
{
    for (const Event& event : events) {
        if (event.type == "license_changed"_L1 || event.type == "renamed"_L1)
            askFacts(event);
        else
            take(event, event.type == "gone"_L1 || event.type == "disabled"_L1 || event.type == "gated"_L1);
    }
}

/// Whether a license is stricter, and whether a new name is known, is among what proves it.
void WatchNews::askFacts(const Event& event)
{
    ++m_asked;
    m_engine.eventFacts(event.id).then(this, [this, event](const Expected<QJsonObject>& json) {
        --m_asked;
        const EventFacts facts = json ? EventFacts::fromJson(*json) : EventFacts();
        const bool isStricter = facts.license && facts.license->isStricter;
        const bool isReplaced = event.type == "renamed"_L1 && json && facts.newName.isEmpty();
        take(event, isStricter || isReplaced);
    });
}

void WatchNews::take(const Event& event, bool isAlarming)
{
    m_items.append({event, isAlarming});
    if (!m_together.isActive())
        m_together.start();
}

void WatchNews::tell()
{
    if (m_asked > 0) {
        m_together.start();
        return;
    }
    const auto items = std::exchange(m_items, {});
    if (!m_settings.notifyWatch())
        return;
    QMap<QString, QList<Item>> alarming;
    QList<Item> others;
    for (const Item& item : items) {
        if (item.isAlarming)
            alarming[item.event.type].append(item);
        else
            others.append(item);
    }
    for (const auto& [type, ofType] : alarming.asKeyValueRange())
        tellAlarming(type, ofType);
    if (!others.isEmpty() && !m_isWatched)
        tellOthers(others);
}

void WatchNews::tellAlarming(const QString& type, const QList<Item>& items)
{
    const bool isGone = type == "gone"_L1 || type == "renamed"_L1;
    const bool isLicense = type == "license_changed"_L1;
    if (items.size() > maxOfTheirOwn) {
        QList<Event> events;
        std::ranges::transform(items, std::back_inserter(events), &Item::event);
        const QStringList names = distinctNames(events);
        const int count = static_cast<int>(names.size());
        //: Titles of a notification; %n repos
        const QString title = isGone ? tr("%n repos are gone upstream", nullptr, count)
            : type == "disabled"_L1  ? tr("%n repos are disabled upstream", nullptr, count)
            : type == "gated"_L1     ? tr("%n repos are gated upstream", nullptr, count)
                                     : tr("%n repos have a stricter license upstream", nullptr, count);
        say({.id = QString(prefix + type),
             .title = title,
             .text = (isLicense ? tr("%1. You may hold the last copies under their licenses: they are being verified, "
                                     "and protected from removal.")
                                : tr("%1. You may hold the last copies: they are being verified, and protected from "
                                     "removal."))
                         .arg(listed(names)),
             .isTrouble = true},
            false);
        return;
    }
    for (const Item& item : items) {
        const QString name = nameOf(item.event);
        //: Titles of a notification; %1 is a repository.
        const QString title = isGone ? tr("%1 is gone upstream").arg(name)
            : type == "disabled"_L1  ? tr("%1 is disabled upstream").arg(name)
            : type == "gated"_L1     ? tr("%1 is gated upstream").arg(name)
                                     : tr("%1 has a stricter license upstream").arg(name);
        say({.id = idOf(item.event),
             .title = title,
             .text = isLicense
                 ? tr("You may hold the last copy under its license: it is being verified, and protected from removal.")
                 : tr("You may hold the last copy: it is being verified, and protected from removal."),
             .isTrouble = true},
            isUpdate(type) && type != "renamed"_L1);
    }
}

void WatchNews::tellOthers(const QList<Item>& items)
{
    QList<Event> events;
    std::ranges::transform(items, std::back_inserter(events), &Item::event);
    const QStringList names = distinctNames(events);
    if (names.size() > 1) {
        //: Title of a notification
        say({.id = QString(prefix + u"several"_s),
             .title = tr("%n of your repos changed upstream", nullptr, static_cast<int>(names.size())),
             .text = listed(names)},
            false);
        return;
    }
    const Event& newest = events.last();
    QStringList types;
    for (const Event& event : events) {
        if (const QString type = EventsModel::typeText(event.type); !types.contains(type))
            types.append(type);
    }
    const bool isOne = events.size() == 1;
    //: Titles of a notification: %1 is a repository, %2 "New commit upstream"
    const QString title =
        isOne ? tr("%1: %2").arg(names.first(), types.first()) : tr("%1 changed upstream").arg(names.first());
    say({.id = idOf(newest),
         .title = title,
         .text = isOne ? plainLine(newest.detail) : QLocale().createSeparatedList(types)},
        isUpdate(newest.type));
}

void WatchNews::say(Notifier::Notification notification, bool canPreview)
{
    //: The button of a notification that brings the window up.
    notification.actions.append({u"show"_s, tr("Show")});
    if (canPreview)
        //: The button of a notification: what an update would bring
        notification.actions.append({u"preview"_s, tr("Preview update")});
    Q_EMIT news(notification);
}

} // namespace hugger
