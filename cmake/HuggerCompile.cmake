# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# How every source of hugger is compiled: hugger_compile carries the options, hugger_use_pch() the precompiled header.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOGEN_ORIGIN_DEPENDS OFF)
set(CMAKE_GLOBAL_AUTOGEN_TARGET ON)
set(CMAKE_OPTIMIZE_DEPENDENCIES ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)

include(CheckPIESupported)
check_pie_supported()

find_program(HUGGER_CCACHE ccache)
if(HUGGER_CCACHE)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${HUGGER_CCACHE})
endif()
find_program(HUGGER_MOLD mold)
if(HUGGER_MOLD)
    set(CMAKE_LINKER_TYPE MOLD)
endif()

add_library(hugger_compile INTERFACE)
target_compile_definitions(hugger_compile INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH
    QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_URL_CAST_FROM_STRING
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_UP_TO=0x060800
    $<$<CONFIG:Debug>:QT_FORCE_ASSERTS>
    $<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>
)
target_compile_options(hugger_compile INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor -Woverloaded-virtual
    -Werror
    # The precompiled header serves libraries and programs alike, so both are compiled the same way.
    -fPIC
)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(hugger_compile INTERFACE $<$<NOT:$<CONFIG:Debug>>:-fhardened>)
endif()

if(HUGGER_SANITIZER)
    target_compile_options(hugger_compile INTERFACE
        -fsanitize=${HUGGER_SANITIZER} -fno-sanitize-recover=all -fno-omit-frame-pointer -O1 -g1)
    if(HUGGER_SANITIZER MATCHES "undefined")
        # Qt's own headers bind a null reference for signals that take a QPrivateSignal. A real null is a crash anyway.
        target_compile_options(hugger_compile INTERFACE -fno-sanitize=null)
    endif()
    target_link_options(hugger_compile INTERFACE -fsanitize=${HUGGER_SANITIZER})
endif()

# hugger_use_pch(TARGET): reuse the one precompiled header. The compiler takes it only where every macro it was made
# with is defined too, so it links no more than the lowest room; Qt Network lends it nothing but include folders.
add_library(hugger_pch STATIC ${CMAKE_SOURCE_DIR}/cmake/empty.cpp)
set_target_properties(hugger_pch PROPERTIES AUTOMOC OFF)
target_include_directories(hugger_pch SYSTEM PRIVATE
    $<TARGET_PROPERTY:Qt6::Network,INTERFACE_INCLUDE_DIRECTORIES>)
target_link_libraries(hugger_pch PRIVATE hugger_compile Qt6::Core QCoro::Core)
if(HUGGER_PCH)
    target_precompile_headers(hugger_pch PRIVATE ${CMAKE_SOURCE_DIR}/cmake/pch.h)
endif()

function(hugger_use_pch target)
    if(HUGGER_PCH)
        target_precompile_headers(${target} REUSE_FROM hugger_pch)
    endif()
endfunction()
