// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/log.h"

#include "base/format.h"

#include <QtCore/QDateTime>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QRegularExpression>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace hugger {

Q_LOGGING_CATEGORY(lcNet, "hugger.net", QtInfoMsg)
Q_LOGGING_CATEGORY(lcHub, "hugger.hub", QtInfoMsg)
Q_LOGGING_CATEGORY(lcFetch, "hugger.fetch", QtInfoMsg)
Q_LOGGING_CATEGORY(lcStore, "hugger.store", QtInfoMsg)
Q_LOGGING_CATEGORY(lcCatalog, "hugger.catalog", QtInfoMsg)
Q_LOGGING_CATEGORY(lcArchive, "hugger.archive", QtInfoMsg)
Q_LOGGING_CATEGORY(lcServer, "hugger.server", QtInfoMsg)

namespace {

void writeLine(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    static constexpr auto names = "DWCFI";
    const QString line = QDateTime::currentDateTime().toString(u"HH:mm:ss.zzz "_s) + QLatin1Char(names[type]) + u' '
        + QLatin1StringView(context.category ? context.category : "") + u": "_s
        + escapeForTerminal(redacted(message)).left(4000) + u'\n';
    std::fputs(line.toLocal8Bit().constData(), stderr);
}

void writeJsonLine(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    static constexpr QLatin1StringView names[] = {"debug"_L1, "warning"_L1, "critical"_L1, "fatal"_L1, "info"_L1};
    const QJsonObject log{{"at"_L1, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                          {"level"_L1, names[type]},
                          {"category"_L1, QLatin1StringView(context.category ? context.category : "")},
                          {"message"_L1, redacted(message).left(4000)}};
    const QByteArray line = QJsonDocument(QJsonObject{{"log"_L1, log}}).toJson(QJsonDocument::Compact) + '\n';
    std::fputs(line.constData(), stderr);
}

} // namespace

QString redacted(QString text)
{
    static const QRegularExpression token(u"hf_[A-Za-z0-9]{4,}"_s);
    static const QRegularExpression ownToken(u"hugger_[A-Za-z0-9_-]{43}"_s);
    static const QRegularExpression header(u"(authorization|cookie|proxy-authorization)(\\s*[:=]\\s*)[^\\r\\n]+"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(u"(\\w+://)[^/@\\s]+@"_s);
    static const QRegularExpression signedQuery(
        u"(https?://[^\\s?]+)\\?[^\\s]*(Signature|X-Amz-|Key-Pair-Id|Policy|Expires|token)[^\\s]*"_s,
        QRegularExpression::CaseInsensitiveOption);
    text.replace(token, u"hf_***"_s);
    text.replace(ownToken, u"hugger_***"_s);
    text.replace(header, u"\\1\\2***"_s);
    text.replace(userInfo, u"\\1***@"_s);
    text.replace(signedQuery, u"\\1?***"_s);
    return text;
}

void installLogging(bool verbose, bool json)
{
    QLoggingCategory::setFilterRules(verbose ? u"hugger.*.debug=true\nqt.network.*=false"_s
                                             : u"hugger.*.info=false\nhugger.*.debug=false\nqt.network.*=false"_s);
    qInstallMessageHandler(json ? writeJsonLine : writeLine);
}

} // namespace hugger
