/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "app/cw-commands.h"

#include <glib/gi18n.h>

#define FILES N_ ("Files")
#define EDIT N_ ("Edit")
#define VIEW N_ ("View")
#define SECTION N_ ("Section and steps")
#define LEVELS N_ ("Levels and grid")
#define CHECKS N_ ("Design rules")
#define HELP N_ ("Help")

/* Keys that a text or a tool may want are not global: they work where nothing else takes them. */
static const CwCommand commands[] = {
  { "win.new", N_ ("New package"), "<Control>n", FILES, TRUE,
    N_ ("Begin a new package: method, substrate, size and levels"),
    .synonyms = N_ ("create start template") },
  { "win.open", N_ ("Open…"), "<Control>o", FILES, TRUE, N_ ("Open a design from a file"),
    .synonyms = N_ ("load read file") },
  { "win.save", N_ ("Save"), "<Control>s", FILES, TRUE, N_ ("Write the design to its file"),
    .synonyms = N_ ("write store") },
  { "win.save-as", N_ ("Save as…"), "<Control><Shift>s", FILES, TRUE,
    N_ ("Write the design to another file"), .synonyms = N_ ("copy rename write store") },
  { "win.export-gerber", N_ ("Export Gerber files…"), "<Control><Shift>e", FILES, TRUE,
    N_ ("Write one Gerber file a level, drill files and a job file for the fab"),
    .synonyms = N_ ("plot fabrication output mask drill rs274x") },
  { "win.export-picture", N_ ("Export a picture…"), "<Control><Alt>e", FILES, TRUE,
    N_ ("Write what is shown as PNG, SVG or PDF"),
    .synonyms = N_ ("image png svg pdf print plot screenshot") },
  { "win.export-panel", N_ ("Export the panel…"), NULL, FILES, FALSE,
    N_ ("Write the panel of packages with its streets and marks"),
    .synonyms = N_ ("array wafer panelize step repeat") },
  { "win.export-traveller", N_ ("Export the flow traveller…"), "<Control><Alt>t", FILES, TRUE,
    N_ ("Write the process steps with a section of each"),
    .synonyms = N_ ("process report html pdf run sheet") },
  { "win.setup", N_ ("Package set-up"), "F4", FILES, TRUE,
    N_ ("Change method, substrate, levels, materials, rules and nets"),
    .synonyms = N_ ("technology stack configuration board") },
  { "win.show-setup::general", N_ ("Method and substrate…"), NULL, FILES, FALSE,
    N_ ("Change the name, the method and the substrate"),
    .synonyms = N_ ("technology method a b c") },
  { "win.show-setup::levels", N_ ("Stack of levels…"), NULL, FILES, FALSE,
    N_ ("Change the wiring levels and dielectrics with their thicknesses"),
    .synonyms = N_ ("stackup layers rdl") },
  { "win.show-setup::materials", N_ ("Materials…"), NULL, FILES, FALSE,
    N_ ("Change the materials and their properties"),
    .synonyms = N_ ("substance permittivity expansion") },
  { "win.show-setup::rules", N_ ("Design rules…"), NULL, FILES, FALSE,
    N_ ("Change the limits that the design is checked against"),
    .synonyms = N_ ("drc constraints clearance width") },
  { "win.show-setup::nets", N_ ("Nets…"), NULL, FILES, FALSE,
    N_ ("Change the nets, their classes and widths"),
    .synonyms = N_ ("netlist signals power ground") },
  { "win.show-setup::die-types", N_ ("Die types…"), NULL, FILES, FALSE,
    N_ ("Change the die types and their pads"), .synonyms = N_ ("library chips footprint") },
  { "win.show-setup::dies", N_ ("Nets of die pads…"), NULL, FILES, FALSE,
    N_ ("Say which net each pad of a die is on"), .synonyms = N_ ("assign connections netlist") },
  { "win.show-setup::balls", N_ ("Array of bonding pads…"), NULL, FILES, FALSE,
    N_ ("Make the bonding pads of the package in rows and columns"),
    .synonyms = N_ ("bga balls jedec grid") },
  { "win.show-setup::panel", N_ ("Panel…"), NULL, FILES, FALSE,
    N_ ("Change the panel: rows, columns, streets and marks"),
    .synonyms = N_ ("array wafer panelize dies per unit") },
  { "window.close", N_ ("Close"), "<Control>w", FILES, TRUE, N_ ("Close the window") },
  { "app.quit", N_ ("Quit"), "<Control>q", FILES, TRUE, N_ ("Close all windows"),
    .synonyms = N_ ("exit leave") },

  { "win.undo", N_ ("Undo"), "<Control>z", EDIT, FALSE, N_ ("Take the last step back"),
    .synonyms = N_ ("revert back") },
  { "win.redo", N_ ("Redo"), "<Control>y <Control><Shift>z", EDIT, FALSE,
    N_ ("Take the step forward again"), .synonyms = N_ ("again repeat") },
  { "win.run::select-all", N_ ("Select all"), "<Control>a", EDIT, FALSE,
    N_ ("Select all that the filter lets through"), .synonyms = N_ ("everything") },
  { "win.show-search", N_ ("Find by a query"), "<Control>f", EDIT, TRUE,
    N_ ("Select what meets a query, such as type=via d<15um"),
    .synonyms = N_ ("search filter look for query") },
  { "win.run::move", N_ ("Pick up"), "m", EDIT, FALSE,
    N_ ("Carry the selection on the pointer until a click"), .undo_label = N_ ("Move"),
    .synonyms = N_ ("move carry translate"), .needs = N_ ("Select something first") },
  { "win.run::rotate", N_ ("Rotate"), "r", EDIT, FALSE,
    N_ ("Turn the selection by 90°, counter-clockwise"), .undo_label = N_ ("Rotate"),
    .synonyms = N_ ("turn spin 90"), .needs = N_ ("Select something first") },
  { "win.run::rotate-back", N_ ("Rotate back"), "<Shift>r", EDIT, FALSE,
    N_ ("Turn the selection by 90°, clockwise"), .undo_label = N_ ("Rotate"),
    .synonyms = N_ ("turn clockwise"), .needs = N_ ("Select something first") },
  { "win.run::flip", N_ ("Flip"), "f", EDIT, FALSE,
    N_ ("Turn the selected dies face up or face down"), .undo_label = N_ ("Flip"),
    .synonyms = N_ ("mirror face side turn over"), .needs = N_ ("Select a die first") },
  { "win.run::duplicate", N_ ("Duplicate"), "<Control>d", EDIT, FALSE,
    N_ ("Carry a copy of the selection on the pointer"), .undo_label = N_ ("Duplicate"),
    .synonyms = N_ ("copy clone"), .needs = N_ ("Select something first") },
  { "win.run::delete", N_ ("Delete"), "Delete", EDIT, FALSE,
    N_ ("Remove the selection from the design"), .undo_label = N_ ("Delete"),
    .synonyms = N_ ("remove erase clear"), .needs = N_ ("Select something first") },
  { "win.run::lock", N_ ("Lock or unlock"), "l", EDIT, FALSE,
    N_ ("Keep the selection where it is, or let it go"), .undo_label = N_ ("Lock"),
    .synonyms = N_ ("fix pin freeze"), .needs = N_ ("Select something first") },
  { "win.run::grow", N_ ("Select the whole net"), "u", EDIT, FALSE,
    N_ ("Grow the selection: to the next junctions, then to the net"),
    .synonyms = N_ ("expand connection"), .needs = N_ ("Select something first") },
  { "win.run::highlight-net", N_ ("Highlight the net"), "grave", EDIT, FALSE,
    N_ ("Let the net below the pointer or of the selection stand out"),
    .synonyms = N_ ("show connection") },
  { "win.run::properties", N_ ("Properties"), "e q", EDIT, FALSE,
    N_ ("Go to the fields of the selection"), .synonyms = N_ ("edit inspect values"),
    .needs = N_ ("Select something first") },

  { "win.fit", N_ ("Show the whole package"), "Home", VIEW, FALSE,
    N_ ("Fit the whole package into the view"), .synonyms = N_ ("zoom fit all home") },
  { "win.zoom-selection", N_ ("Show the selection"), "z <Shift>F2", VIEW, FALSE,
    N_ ("Fit the selection into the view"), .synonyms = N_ ("zoom fit frame"),
    .needs = N_ ("Select something first") },
  { "win.zoom-in", N_ ("Zoom in"), "<Control>plus <Control>equal <Control>KP_Add KP_Add", VIEW,
    FALSE, N_ ("See more detail"), .synonyms = N_ ("magnify larger closer") },
  { "win.zoom-out", N_ ("Zoom out"), "<Control>minus <Control>KP_Subtract KP_Subtract", VIEW, FALSE,
    N_ ("See more of the package"), .synonyms = N_ ("smaller farther") },
  { "win.panels", N_ ("Show the panels"), "F11", VIEW, TRUE, N_ ("Show or hide all but the canvas"),
    .synonyms = N_ ("full screen sidebar hide") },
  { "win.section", N_ ("Show the section"), "<Control>F11", VIEW, TRUE,
    N_ ("Show or hide the cross-section below the plan"),
    .synonyms = N_ ("cross-section cut view") },
  { "win.next-pane", N_ ("Next pane"), "F6", VIEW, TRUE,
    N_ ("Go with the keyboard to the next part of the window"),
    .synonyms = N_ ("focus panel cycle") },
  { "win.previous-pane", N_ ("Previous pane"), "<Shift>F6", VIEW, TRUE,
    N_ ("Go with the keyboard to the part of the window before"),
    .synonyms = N_ ("focus panel cycle") },
  { "win.focus-canvas", N_ ("Go to the plan"), NULL, VIEW, FALSE,
    N_ ("Put the keyboard into the plan"), .synonyms = N_ ("focus canvas") },
  { "win.show-nets", N_ ("Show the nets"), "<Control><Shift>n", VIEW, TRUE,
    N_ ("List the nets with their pads, lengths and state"),
    .synonyms = N_ ("netlist connections open islands length") },
  { "win.show-history", N_ ("Show the history"), "<Control>h", VIEW, TRUE,
    N_ ("List what was done, side branches included"),
    .synonyms = N_ ("undo redo revisions versions") },
  { "win.toggle-theme", N_ ("Light or dark"), "<Control>F10", VIEW, TRUE,
    N_ ("Change between the light and the dark theme"), .synonyms = N_ ("theme colours night") },
  { "app.theme::system", N_ ("Theme of the desktop"), NULL, VIEW, FALSE,
    N_ ("Be light or dark as the desktop is"), .synonyms = N_ ("colours appearance") },
  { "app.theme::light", N_ ("Light theme"), NULL, VIEW, FALSE,
    N_ ("Dark drawing on a light ground"), .synonyms = N_ ("colours appearance day") },
  { "app.theme::dark", N_ ("Dark theme"), NULL, VIEW, FALSE, N_ ("Light drawing on a dark ground"),
    .synonyms = N_ ("colours appearance night") },

  { "win.next-step", N_ ("Next process step"), "bracketright", SECTION, FALSE,
    N_ ("See the package one process step later"), .synonyms = N_ ("forward") },
  { "win.previous-step", N_ ("Previous process step"), "bracketleft", SECTION, FALSE,
    N_ ("See the package one process step earlier"), .synonyms = N_ ("back") },
  { "win.first-step", N_ ("First process step"), "braceleft", SECTION, FALSE,
    N_ ("See how the process begins"), .synonyms = N_ ("start") },
  { "win.last-step", N_ ("Last process step, the finished package"), "braceright", SECTION, FALSE,
    N_ ("See the finished package"), .synonyms = N_ ("end final") },
  { "win.play-steps", N_ ("Play the process"), NULL, SECTION, FALSE,
    N_ ("Show one process step after the other"), .synonyms = N_ ("animate run film") },
  { "win.show-flow", N_ ("Show the process steps"), "<Control><Shift>f", SECTION, TRUE,
    N_ ("Go to the list of process steps"), .synonyms = N_ ("flow recipe") },
  { "win.move-step-earlier", N_ ("Move the process step earlier"), NULL, SECTION, FALSE,
    N_ ("Exchange the selected process step with the one before"),
    .undo_label = N_ ("Move process step"), .synonyms = N_ ("flow up order"),
    .needs = N_ ("Select a process step that can go there") },
  { "win.move-step-later", N_ ("Move the process step later"), NULL, SECTION, FALSE,
    N_ ("Exchange the selected process step with the one after"),
    .undo_label = N_ ("Move process step"), .synonyms = N_ ("flow down order"),
    .needs = N_ ("Select a process step that can go there") },
  { "win.remove-step", N_ ("Remove the process step"), NULL, SECTION, FALSE,
    N_ ("Take the selected process step out of the flow"), .undo_label = N_ ("Remove process step"),
    .synonyms = N_ ("flow delete"), .needs = N_ ("Select a process step that can be removed") },
  { "win.flow-method::A", N_ ("Process steps of method A"), NULL, SECTION, FALSE,
    N_ ("Make the package with the dies face up"), .undo_label = N_ ("Change method"),
    .synonyms = N_ ("flow template face up") },
  { "win.flow-method::B", N_ ("Process steps of method B"), NULL, SECTION, FALSE,
    N_ ("Make the package with the dies face down on a sheet that stays"),
    .undo_label = N_ ("Change method"), .synonyms = N_ ("flow template face down") },
  { "win.flow-method::C", N_ ("Process steps of method C"), NULL, SECTION, FALSE,
    N_ ("Make the package with the dies face down on a carrier"),
    .undo_label = N_ ("Change method"), .synonyms = N_ ("flow template carrier release") },
  { "win.via-fill::with-wiring", N_ ("Fill vias with the wiring"), NULL, SECTION, FALSE,
    N_ ("Plate vias together with the level above"), .undo_label = N_ ("Change via filling"),
    .synonyms = N_ ("conformal plate") },
  { "win.via-fill::before-wiring", N_ ("Fill vias before the wiring"), NULL, SECTION, FALSE,
    N_ ("Fill vias first, then make the level above"), .undo_label = N_ ("Change via filling"),
    .synonyms = N_ ("plug plate") },
  { "win.second-fill::after", N_ ("Fill again after the carrier is removed"), NULL, SECTION, FALSE,
    N_ ("Fill below the dies once the carrier is gone"), .undo_label = N_ ("Change second filling"),
    .synonyms = N_ ("mould carrier") },
  { "win.second-fill::before", N_ ("Fill again before the carrier is removed"), NULL, SECTION,
    FALSE, N_ ("Fill above the dies while the carrier is there"),
    .undo_label = N_ ("Change second filling"), .synonyms = N_ ("mould carrier") },
  { "win.next-cut-line", N_ ("Next cut line"), "<Control>bracketright", SECTION, TRUE,
    N_ ("Cut the package along the next line"), .synonyms = N_ ("section") },
  { "win.previous-cut-line", N_ ("Previous cut line"), "<Control>bracketleft", SECTION, TRUE,
    N_ ("Cut the package along the line before"), .synonyms = N_ ("section") },
  { "win.rename-cut-line", N_ ("Rename the cut line"), "F2", SECTION, TRUE,
    N_ ("Give the cut line another name"), .undo_label = N_ ("Rename cut line"),
    .synonyms = N_ ("section name"), .needs = N_ ("Draw a section line first") },
  { "win.delete-cut-line", N_ ("Delete the cut line"), NULL, SECTION, FALSE,
    N_ ("Remove the cut line from the design"), .undo_label = N_ ("Delete cut line"),
    .synonyms = N_ ("section remove"), .needs = N_ ("Draw a section line first") },
  { "win.section-black-white", N_ ("Hatch the section in black and white"), NULL, SECTION, FALSE,
    N_ ("Draw the section as in a patent, with hatches"), .synonyms = N_ ("print monochrome") },
  { "win.section-dimensions", N_ ("Show thicknesses in the section"), NULL, SECTION, FALSE,
    N_ ("Write how thick each level is beside the section"), .synonyms = N_ ("measure height") },
  { "win.section-legend", N_ ("Name the materials of the section"), NULL, SECTION, FALSE,
    N_ ("Name levels and materials beside the section"), .synonyms = N_ ("key labels") },
  { "win.section-stretch::fitted", N_ ("Draw heights out to fill the section"), NULL, SECTION,
    FALSE, N_ ("Draw heights out as far as there is room"), .synonyms = N_ ("exaggerate z scale") },
  { "win.section-stretch::true", N_ ("Show true heights in the section"), NULL, SECTION, FALSE,
    N_ ("Draw heights and lengths at one scale"), .synonyms = N_ ("exaggerate z scale 1:1") },

  { "win.top-level", N_ ("Top wiring level"), "Page_Up", LEVELS, FALSE,
    N_ ("Work on the top wiring level"), .synonyms = N_ ("layer active rdl") },
  { "win.bottom-level", N_ ("Bottom wiring level"), "Page_Down", LEVELS, FALSE,
    N_ ("Work on the bottom wiring level"), .synonyms = N_ ("layer active rdl") },
  { "win.next-level", N_ ("Next wiring level"), "plus", LEVELS, FALSE,
    N_ ("Work on the wiring level above"), .synonyms = N_ ("layer up active rdl") },
  { "win.previous-level", N_ ("Previous wiring level"), "minus", LEVELS, FALSE,
    N_ ("Work on the wiring level below"), .synonyms = N_ ("layer down active rdl") },
  { "win.level(1)", N_ ("First wiring level"), "1", LEVELS, FALSE,
    N_ ("Work on the first wiring level"), .synonyms = N_ ("layer rdl1") },
  { "win.level(2)", N_ ("Second wiring level"), "2", LEVELS, FALSE,
    N_ ("Work on the second wiring level"), .synonyms = N_ ("layer rdl2") },
  { "win.level(3)", N_ ("Third wiring level"), "3", LEVELS, FALSE,
    N_ ("Work on the third wiring level"), .synonyms = N_ ("layer rdl3") },
  { "win.level(4)", N_ ("Fourth wiring level"), "4", LEVELS, FALSE,
    N_ ("Work on the fourth wiring level"), .synonyms = N_ ("layer rdl4") },
  { "win.dim", N_ ("Dim the other levels"), "h", LEVELS, FALSE,
    N_ ("Let all levels but the active one step back"),
    .synonyms = N_ ("layer fade contrast hide") },
  { "win.next-grid", N_ ("Coarser grid"), "n", LEVELS, FALSE, N_ ("Take the next coarser grid"),
    .synonyms = N_ ("snap raster") },
  { "win.previous-grid", N_ ("Finer grid"), "<Shift>n", LEVELS, FALSE,
    N_ ("Take the next finer grid"), .synonyms = N_ ("snap raster") },
  { "win.next-unit", N_ ("Other unit"), "<Control>u", LEVELS, FALSE,
    N_ ("Show lengths in the next unit: µm, mm, mil, nm"),
    .synonyms = N_ ("units micron millimetre inch") },
  { "win.origin", N_ ("Measure from here"), "o", LEVELS, FALSE,
    N_ ("Count the distances in the status bar from the pointer"),
    .synonyms = N_ ("zero local origin reset") },

  { "win.check", N_ ("Check the whole design"), "F8", CHECKS, TRUE,
    N_ ("Check every rule on the whole design"), .synonyms = N_ ("drc design rule check verify") },
  { "win.next-violation", N_ ("Next violation"), "F9 <Shift>F3", CHECKS, TRUE,
    N_ ("Go to the next broken rule"), .synonyms = N_ ("drc error marker") },
  { "win.previous-violation", N_ ("Previous violation"), "<Shift>F9", CHECKS, TRUE,
    N_ ("Go to the broken rule before"), .synonyms = N_ ("drc error marker") },
  { "win.show-checks", N_ ("Show the list of violations"), NULL, CHECKS, FALSE,
    N_ ("Go to the list of broken rules"), .synonyms = N_ ("drc errors") },
  { "win.show-claims", N_ ("Show the claims"), "<Control>F8", CHECKS, TRUE,
    N_ ("Go to the list of claims and which the design meets"),
    .synonyms = N_ ("patent coverage") },

  { "win.show-shortcuts", N_ ("Keys"), "<Control>F1 question", HELP, FALSE, N_ ("List every key"),
    .synonyms = N_ ("shortcuts hotkeys keyboard bindings") },
  { "app.about", N_ ("About Chipwright"), NULL, HELP, FALSE, N_ ("Version, licence and authors"),
    .synonyms = N_ ("version credits licence") },
};

/**
 * cw_commands_get_n:
 *
 * Returns: how many commands there are
 */
guint
cw_commands_get_n (void)
{
  return G_N_ELEMENTS (commands);
}

/**
 * cw_commands_get:
 * @index: which command
 *
 * Returns: (transfer none): the command
 */
const CwCommand *
cw_commands_get (guint index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (commands), NULL);

  return &commands[index];
}

/**
 * cw_commands_find:
 * @action: detailed name of an action
 *
 * Finds a command.
 *
 * Returns: (transfer none) (nullable): the command
 */
const CwCommand *
cw_commands_find (const char *action)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].action, action) == 0)
      return &commands[i];

  return NULL;
}
