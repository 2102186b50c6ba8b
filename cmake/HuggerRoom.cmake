# SPDX-FileCopyrightText: 2026 The hugger authors
# SPDX-License-Identifier: GPL-3.0-or-later

# hugger_room(NAME LIBS ...): one room of core as a static library over the rooms before it, so that a room that uses
# one after it does not link. Its sources are the .cpp files of core/NAME.
function(hugger_room name)
    cmake_parse_arguments(PARSE_ARGV 1 ROOM "" "" "LIBS")
    set(folder ${CMAKE_SOURCE_DIR}/core/${name})
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp ${folder}/*.h)
    file(GLOB resources CONFIGURE_DEPENDS ${folder}/*.qrc)
    add_library(hugger_${name} STATIC ${CMAKE_SOURCE_DIR}/cmake/empty.cpp ${sources} ${resources})
    target_include_directories(hugger_${name} PUBLIC ${CMAKE_SOURCE_DIR}/core)
    target_link_libraries(hugger_${name} PUBLIC ${ROOM_LIBS} PRIVATE hugger_compile)
    set_target_properties(hugger_${name} PROPERTIES AUTORCC ON)
    hugger_use_pch(hugger_${name})
endfunction()
