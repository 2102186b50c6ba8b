// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/log.h"

#include "base/format.h"

#include <QtCore/QDateTime>
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

namespace {

void writeLine(QtMsgType type, const QMessageLogContext& context, const QString& message)
{
    static constexpr auto names = "DWCFI";
    const QString line = QDateTime::currentDateTime().toString(u"HH:mm:ss.zzz "_s) + QLatin1Char(names[type]) + u' '
        + QLatin1StringView(context.category ? context.category : "") + u": "_s + escapeForTerminal(redacted(message)).left(4000)
        + u'\n';
    std::fputs(line.toLocal8Bit().constData(), stderr);
}

} // namespace

QString redacted(QString text)
{
    static const QRegularExpression token(u"hf_[A-Za-z0-9]{4,}"_s);
    static const QRegularExpression header(u"(authorization|cookie|proxy-authorization)(\\s*[:=]\\s*)[^\\r\\n]+"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression userInfo(u"(\\w+://)[^/@\\s]+@"_s);
    static const QRegularExpression signedQuery(
        u"(https?://[^\\s?]+)\\?[^\\s]*(Signature|X-Amz-|Key-Pair-Id|Policy|Expires|token)[^\\s]*"_s,
        QRegularExpression::CaseInsensitiveOption);
    text.replace(token, u"hf_***"_s);
    text.replace(header, u"\\1\\2***"_s);
    text.replace(userInfo, u"\\1***@"_s);
    text.replace(signedQuery, u"\\1?***"_s);
    return text;
}

void installLogging(bool verbose)
{
    QLoggingCategory::setFilterRules(verbose ? u"hugger.*.debug=true\nqt.network.*=false"_s
                                             : u"hugger.*.info=false\nhugger.*.debug=false\nqt.network.*=false"_s);
    qInstallMessageHandler(writeLine);
}

} // namespace hugger
