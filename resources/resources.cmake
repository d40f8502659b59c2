# Included by qml/. Fonts and icons come from the system's font packages and from npm at build time; only what is used ends up inside.

# Fonts: Inter (text), its tabular figures as a face of their own, JetBrains Mono, Noto Sans Arabic. All OFL 1.1.
set(MAJLIS_FONT_DIRS /usr/share/fonts /usr/local/share/fonts CACHE STRING "Where the font packages put their files")
function(majlis_find_font result)
    find_file(${result} NAMES ${ARGN} PATHS ${MAJLIS_FONT_DIRS} NO_DEFAULT_PATH
        PATH_SUFFIXES opentype/inter truetype/inter truetype/jetbrains-mono truetype/noto)
    if(NOT ${result})
        message(FATAL_ERROR "Font ${ARGN} not found. Install fonts-inter, fonts-jetbrains-mono and fonts-noto-core.")
    endif()
endfunction()
find_program(MAJLIS_FONT_PYTHON NAMES python3 python3.11 python3.12 PATHS /usr/bin NO_DEFAULT_PATH)
execute_process(COMMAND "${MAJLIS_FONT_PYTHON}" -c "import fontTools" RESULT_VARIABLE fonttools_missing ERROR_QUIET)
if(fonttools_missing)
    message(FATAL_ERROR "The figures face needs fontTools. Install python3-fonttools.")
endif()

set(font_files)
foreach(weight Regular Medium SemiBold)
    majlis_find_font(MAJLIS_INTER_${weight} Inter-${weight}.otf Inter-${weight}.ttf)
    set(figures "${CMAKE_CURRENT_BINARY_DIR}/Figures-${weight}.otf")
    add_custom_command(OUTPUT "${figures}" DEPENDS "${CMAKE_CURRENT_LIST_DIR}/fonts/figures.py" "${MAJLIS_INTER_${weight}}"
        COMMAND "${MAJLIS_FONT_PYTHON}" "${CMAKE_CURRENT_LIST_DIR}/fonts/figures.py" "${MAJLIS_INTER_${weight}}"
            "${figures}" "Majlis Figures" ${weight}
        COMMENT "Making the tabular figures of Inter ${weight}" VERBATIM)
    set(text "${CMAKE_CURRENT_BINARY_DIR}/Inter-${weight}.otf")
    add_custom_command(OUTPUT "${text}" DEPENDS "${CMAKE_CURRENT_LIST_DIR}/fonts/plaintext.py" "${MAJLIS_INTER_${weight}}"
        COMMAND "${MAJLIS_FONT_PYTHON}" "${CMAKE_CURRENT_LIST_DIR}/fonts/plaintext.py" "${MAJLIS_INTER_${weight}}" "${text}"
            "Majlis Text" ${weight}
        COMMENT "Making the text face of Inter ${weight}" VERBATIM)
    set_source_files_properties("${text}" PROPERTIES QT_RESOURCE_ALIAS Inter-${weight}.otf)
    set_source_files_properties("${figures}" PROPERTIES QT_RESOURCE_ALIAS Figures-${weight}.otf)
    list(APPEND font_files "${text}" "${figures}")
endforeach()
majlis_find_font(MAJLIS_MONO JetBrainsMono-Regular.ttf)
majlis_find_font(MAJLIS_ARABIC NotoSansArabic-Regular.ttf)
set_source_files_properties("${MAJLIS_MONO}" PROPERTIES QT_RESOURCE_ALIAS JetBrainsMono-Regular.ttf)
set_source_files_properties("${MAJLIS_ARABIC}" PROPERTIES QT_RESOURCE_ALIAS NotoSansArabic-Regular.ttf)
list(APPEND font_files "${MAJLIS_MONO}" "${MAJLIS_ARABIC}")

# Icons: the names in icons.txt, out of the Lucide package (ISC).
set(icon_home "${CMAKE_BINARY_DIR}/icons")
set(icon_source "${icon_home}/node_modules/lucide-static/icons")
configure_file("${CMAKE_CURRENT_LIST_DIR}/icons/package.json" "${icon_home}/package.json" COPYONLY)
if(NOT EXISTS "${icon_source}")
    find_program(MAJLIS_NPM npm REQUIRED)
    execute_process(COMMAND "${MAJLIS_NPM}" install --no-audit --no-fund --silent WORKING_DIRECTORY "${icon_home}"
        COMMAND_ERROR_IS_FATAL ANY)
endif()
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${CMAKE_CURRENT_LIST_DIR}/icons/icons.txt")
file(STRINGS "${CMAKE_CURRENT_LIST_DIR}/icons/icons.txt" icon_names)
set(icon_files)
foreach(name IN LISTS icon_names)
    set_source_files_properties("${icon_source}/${name}.svg" PROPERTIES QT_RESOURCE_ALIAS ${name}.svg)
    list(APPEND icon_files "${icon_source}/${name}.svg")
endforeach()

qt_add_resources(majlis_qml majlis_fonts PREFIX /majlis/fonts FILES ${font_files})
qt_add_resources(majlis_qml majlis_icons PREFIX /majlis/icons FILES ${icon_files})
