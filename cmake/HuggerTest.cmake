# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Tests run through cmake/run-test.sh: a home of their own, no proxy, no token, no account of the user.

set(HUGGER_TEST_RUNNER ${CMAKE_SOURCE_DIR}/cmake/run-test.sh)

function(hugger_test_properties name timeout)
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${timeout}
        LABELS "${ARGN}"
        WORKING_DIRECTORY ${CMAKE_BINARY_DIR}
        ENVIRONMENT "HUGGER_SOURCE_DIR=${CMAKE_SOURCE_DIR};HUGGER_BINARY=$<TARGET_FILE:hugger>;HUGGER_CLIENTS=${CMAKE_SOURCE_DIR}/build/clients")
endfunction()

# QTRY_COMPARE narrows a duration (Qt 6.8), so a test cannot have this warning on.
add_library(hugger_test_compile INTERFACE)
target_compile_options(hugger_test_compile INTERFACE -Wno-conversion)

if(HUGGER_SANITIZER STREQUAL "thread")
    add_library(hugger_tsan_handover OBJECT ${CMAKE_SOURCE_DIR}/cmake/tsan_handover.cpp)
    target_link_libraries(hugger_tsan_handover PRIVATE hugger_compile Qt6::Core ${CMAKE_DL_LIBS})
    target_link_libraries(hugger_test_compile INTERFACE $<TARGET_OBJECTS:hugger_tsan_handover> ${CMAKE_DL_LIBS})
endif()

# hugger_test(NAME SOURCE LABELS ... LIBS ...): a QTest program. One that includes QtDBus runs on a bus of its own.
function(hugger_test name source)
    cmake_parse_arguments(PARSE_ARGV 2 TEST "" "" "LABELS;LIBS")
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE hugger_compile hugger_test_compile Qt6::Test ${TEST_LIBS})
    hugger_use_pch(${name})
    file(STRINGS ${source} bus_includes REGEX "^#include <QtDBus/")
    if(bus_includes)
        set(bus dbus-run-session --)
    endif()
    add_test(NAME ${name} COMMAND ${HUGGER_TEST_RUNNER} ${bus} $<TARGET_FILE:${name}>)
    hugger_test_properties(${name} 400 ${TEST_LABELS})
endfunction()

# hugger_python_test(NAME FILE LABELS ... [PYTHON program]): a file of unittest cases
function(hugger_python_test name file)
    cmake_parse_arguments(PARSE_ARGV 2 TEST "" "PYTHON" "LABELS")
    if(NOT TEST_PYTHON)
        set(TEST_PYTHON python3)
    endif()
    add_test(NAME ${name} COMMAND ${HUGGER_TEST_RUNNER} ${TEST_PYTHON} ${file} -v)
    hugger_test_properties(${name} 1200 ${TEST_LABELS})
    get_filename_component(folder ${file} DIRECTORY)
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT
        "PYTHONPATH=${CMAKE_SOURCE_DIR}/tests:${folder}" "PYTHONDONTWRITEBYTECODE=1")
endfunction()

# hugger_node_test(NAME FILE... LABELS ... [OWN_NETWORK]): files of node:test cases. ./dev test makes build/clients.
function(hugger_node_test name)
    cmake_parse_arguments(PARSE_ARGV 1 TEST "OWN_NETWORK" "" "LABELS")
    if(TEST_OWN_NETWORK)
        set(alone python3 ${CMAKE_SOURCE_DIR}/tests/browser/ownnetwork.py)
    endif()
    add_test(NAME ${name} COMMAND ${HUGGER_TEST_RUNNER} ${alone} node --test --test-reporter=spec ${TEST_UNPARSED_ARGUMENTS})
    hugger_test_properties(${name} 1200 ${TEST_LABELS})
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT "PYTHONDONTWRITEBYTECODE=1")
endfunction()
