/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-technology.h"
#include "widgets/render/cw-colour.h"

G_BEGIN_DECLS

#define CW_THEME_N_WIRING 8

/**
 * CwThemeKind:
 * @CW_THEME_LIGHT: dark on light
 * @CW_THEME_DARK: light on dark
 * @CW_THEME_HIGH_CONTRAST: bright on black
 *
 * The themes there are.
 */
typedef enum
{
  CW_THEME_LIGHT,
  CW_THEME_DARK,
  CW_THEME_HIGH_CONTRAST,
  CW_N_THEMES
} CwThemeKind;

/**
 * CwTheme:
 * @kind: which theme it is
 * @background: around the package
 * @package: the package from above
 * @package_outline: its border
 * @grid: dots or lines of the grid
 * @grid_major: every tenth of them
 * @text: labels on the background
 * @text_muted: those that matter less
 * @die: body of a die
 * @die_outline: its border
 * @die_pad: metal pads of dies
 * @wiring: wiring levels by ordinal, from bottom to top; they repeat
 * @hole: hole of a via in its land
 * @opening: openings of the passivation
 * @ball: balls
 * @hover: what the pointer is over
 * @selection: what is selected
 * @violation: broken rules
 * @warning: rules that only warn
 * @airwire: missing connections
 * @section_line: cut lines
 * @separator: lines between the materials of a section
 *
 * The colours of the canvases.
 */
typedef struct
{
  CwThemeKind kind;
  CwColour background;
  CwColour package;
  CwColour package_outline;
  CwColour grid;
  CwColour grid_major;
  CwColour text;
  CwColour text_muted;
  CwColour die;
  CwColour die_outline;
  CwColour die_pad;
  CwColour wiring[CW_THEME_N_WIRING];
  CwColour hole;
  CwColour opening;
  CwColour ball;
  CwColour hover;
  CwColour selection;
  CwColour violation;
  CwColour warning;
  CwColour airwire;
  CwColour section_line;
  CwColour separator;
} CwTheme;

const CwTheme *cw_theme_get (CwThemeKind kind);
CwColour cw_theme_get_level_colour (const CwTheme *self, const CwTechnology *technology,
                                    guint level);
CwHatch cw_theme_get_level_hatch (const CwTheme *self, const CwTechnology *technology, guint level);
CwColour cw_theme_get_material_colour (const CwTheme *self, const CwMaterial *material);
CwColour cw_theme_dim (const CwTheme *self, CwColour colour);

G_END_DECLS
