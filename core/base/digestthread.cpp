// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/digestthread.h"

namespace hugger {

DigestThread::DigestThread()
    : m_thread([this] { run(); })
{
}

DigestThread::~DigestThread()
{
    m_digest = nullptr;
    m_isAsked.release();
}

DigestThread::Adding DigestThread::add(ContentDigest& digest, QByteArrayView block)
{
    m_digest = &digest;
    m_block = block;
    m_isAsked.release();
    return Adding(*this);
}

void DigestThread::run()
{
    for (m_isAsked.acquire(); m_digest; m_isAsked.acquire()) {
        m_digest->add(m_block);
        m_isDone.release();
    }
}

} // namespace hugger
