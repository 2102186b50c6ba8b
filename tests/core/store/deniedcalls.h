// SPDX-FileCopyrightText: 2026 The hugger authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cerrno>
#include <cstddef>
#include <vector>

#include <linux/filter.h>
#include <linux/fs.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>

namespace hugger::test {

/// From now on this thread (and it alone) is told EPERM for the kinds of link named, as by a file system that has none.
/// False when the kernel does not let us.
inline bool denyCalls(bool hardLinks, bool symbolicLinks, bool reflinks)
{
    std::vector<unsigned> calls;
    if (hardLinks) {
#ifdef SYS_link
        calls.push_back(SYS_link);
#endif
        calls.push_back(SYS_linkat);
    }
    if (symbolicLinks) {
#ifdef SYS_symlink
        calls.push_back(SYS_symlink);
#endif
        calls.push_back(SYS_symlinkat);
    }
    const auto load = [](std::size_t offset) {
        return sock_filter BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset));
    };
    const auto answer = [](unsigned action) { return sock_filter BPF_STMT(BPF_RET | BPF_K, action); };
    std::vector<sock_filter> program{load(offsetof(seccomp_data, nr))};
    for (const unsigned call : calls) {
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1));
        program.push_back(answer(SECCOMP_RET_ERRNO | EPERM));
    }
    if (reflinks) {
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ioctl, 0, 3));
        program.push_back(load(offsetof(seccomp_data, args[1])));
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, FICLONE, 0, 1));
        program.push_back(answer(SECCOMP_RET_ERRNO | EOPNOTSUPP));
    }
    program.push_back(answer(SECCOMP_RET_ALLOW));
    const sock_fprog filter{static_cast<unsigned short>(program.size()), program.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

} // namespace hugger::test
