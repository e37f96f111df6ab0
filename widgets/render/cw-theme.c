/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-theme.h"

#define RGB(rgb)                                                                                   \
  {                                                                                                \
    ((rgb) >> 16 & 255) / 255.0, ((rgb) >> 8 & 255) / 255.0, ((rgb) &255) / 255.0, 1               \
  }

/* The wiring colours are those of Okabe and Ito, which people with any colour vision tell apart,
 * darkened or lightened until each stands out from its package by 3:1 at least. */
static const CwTheme themes[CW_N_THEMES] = {
  {
      .kind = CW_THEME_LIGHT,
      .background = RGB (0xe9ebee),
      .package = RGB (0xfcfbf8),
      .package_outline = RGB (0x5d6672),
      .grid = RGB (0xc9ced6),
      .grid_major = RGB (0xa4acb8),
      .text = RGB (0x1d232b),
      .text_muted = RGB (0x5a6471),
      .die = RGB (0xdde3ec),
      .die_outline = RGB (0x6a7a92),
      .die_pad = RGB (0x7b6b4f),
      .wiring = { RGB (0x1f6fb4), RGB (0xc05216), RGB (0x08805c), RGB (0x6e1f6b), RGB (0x287ca1),
                  RGB (0x8a6400), RGB (0x4b4fc0), RGB (0x6b7178) },
      .hole = RGB (0xffffff),
      .opening = RGB (0x2b3039),
      .ball = RGB (0x71808f),
      .hover = RGB (0x3d3a8c),
      .selection = RGB (0x6a1fd0),
      .violation = RGB (0xc9112a),
      .warning = RGB (0x9a6200),
      .airwire = RGB (0x7a4ea8),
      .section_line = RGB (0x00695c),
      .separator = RGB (0x3a424d),
  },
  {
      .kind = CW_THEME_DARK,
      .background = RGB (0x12161b),
      .package = RGB (0x1c222a),
      .package_outline = RGB (0x8391a3),
      .grid = RGB (0x38414d),
      .grid_major = RGB (0x56626f),
      .text = RGB (0xe6eaef),
      .text_muted = RGB (0x9aa6b4),
      .die = RGB (0x2b3441),
      .die_outline = RGB (0x7d8ea6),
      .die_pad = RGB (0xb9a67c),
      .wiring = { RGB (0x52a9e0), RGB (0xec8a3c), RGB (0x3ec99e), RGB (0xc568b6), RGB (0x8fe0f0),
                  RGB (0xd9c54f), RGB (0x9d9ff0), RGB (0xc9d1da) },
      .hole = RGB (0x10151b),
      .opening = RGB (0xd5dbe3),
      .ball = RGB (0xa7b3c0),
      .hover = RGB (0xcfd8ff),
      .selection = RGB (0xffffff),
      .violation = RGB (0xff5c66),
      .warning = RGB (0xffc14d),
      .airwire = RGB (0xc9a5f0),
      .section_line = RGB (0x5fe0c8),
      .separator = RGB (0x0d1013),
  },
  {
      .kind = CW_THEME_HIGH_CONTRAST,
      .background = RGB (0x000000),
      .package = RGB (0x000000),
      .package_outline = RGB (0xffffff),
      .grid = RGB (0x5a5a5a),
      .grid_major = RGB (0x8c8c8c),
      .text = RGB (0xffffff),
      .text_muted = RGB (0xd8d8d8),
      .die = RGB (0x1a1a1a),
      .die_outline = RGB (0xffffff),
      .die_pad = RGB (0xf2dca0),
      .wiring = { RGB (0x2fb7ff), RGB (0xffa21f), RGB (0x22e0a5), RGB (0xf06ae0), RGB (0x9df0ff),
                  RGB (0xfff04d), RGB (0xb7b2ff), RGB (0xf0f0f0) },
      .hole = RGB (0x000000),
      .opening = RGB (0xffffff),
      .ball = RGB (0xe4ebf2),
      .hover = RGB (0xffffff),
      .selection = RGB (0xffff00),
      .violation = RGB (0xff6b6b),
      .warning = RGB (0xffd60a),
      .airwire = RGB (0xe0c3ff),
      .section_line = RGB (0x6bffe3),
      .separator = RGB (0xffffff),
  },
};

/**
 * cw_theme_get:
 * @kind: which one
 *
 * Returns: (transfer none): the theme, good for ever
 */
const CwTheme *
cw_theme_get (CwThemeKind kind)
{
  g_return_val_if_fail (kind < CW_N_THEMES, &themes[CW_THEME_LIGHT]);

  return &themes[kind];
}

/* how many wiring levels lie below a level */
static guint
get_ordinal (const CwTechnology *technology, guint level)
{
  guint ordinal = 0;

  for (guint i = 0; i < level; i++)
    {
      if (cw_technology_get_level (technology, i)->kind == CW_LEVEL_WIRING)
        ordinal++;
    }

  return ordinal;
}

/**
 * cw_theme_get_level_colour:
 * @self: a theme
 * @technology: a technology
 * @level: index of a level in its stack
 *
 * Returns: the colour of the level's shapes in the plan
 */
CwColour
cw_theme_get_level_colour (const CwTheme *self, const CwTechnology *technology, guint level)
{
  switch (cw_technology_get_level (technology, level)->kind)
    {
    case CW_LEVEL_WIRING:
      return self->wiring[get_ordinal (technology, level) % CW_THEME_N_WIRING];
    case CW_LEVEL_DIE:
      return self->die;
    case CW_LEVEL_PAD:
      return self->die_pad;
    case CW_LEVEL_DIELECTRIC:
    case CW_LEVEL_THIN_ORGANIC:
      return self->hole;
    case CW_LEVEL_PASSIVATION:
      return self->opening;
    case CW_LEVEL_BALL:
      return self->ball;
    case CW_LEVEL_UBM:
      return cw_colour_mix (self->opening, self->ball, 0.5);
    case CW_LEVEL_HEAT:
      return self->package_outline;
    case CW_LEVEL_SUBSTRATE:
    case CW_LEVEL_ADHESIVE:
    case CW_N_LEVEL_KINDS:
    default:
      return self->package;
    }
}

/**
 * cw_theme_get_level_hatch:
 * @self: a theme
 * @technology: a technology
 * @level: index of a level in its stack
 *
 * Returns: the hatch that tells a wiring level from its neighbours without colour
 */
CwHatch
cw_theme_get_level_hatch (const CwTheme *self, const CwTechnology *technology, guint level)
{
  static const CwHatch hatches[] = {
    CW_HATCH_DIAGONAL, CW_HATCH_BACK_DIAGONAL, CW_HATCH_HORIZONTAL, CW_HATCH_CROSS, CW_HATCH_DOTS,
  };

  if (cw_technology_get_level (technology, level)->kind != CW_LEVEL_WIRING)
    return CW_HATCH_NONE;

  return hatches[get_ordinal (technology, level) % G_N_ELEMENTS (hatches)];
}

/**
 * cw_theme_get_material_colour:
 * @self: a theme
 * @material: a material
 *
 * Returns: its colour in a section, fitted to the theme
 */
CwColour
cw_theme_get_material_colour (const CwTheme *self, const CwMaterial *material)
{
  CwColour colour = cw_colour_from_rgb (material->colour);

  switch (self->kind)
    {
    case CW_THEME_DARK:
      return cw_colour_mix (colour, cw_colour_from_rgb (0x161b22), 0.4);
    case CW_THEME_HIGH_CONTRAST:
      return cw_colour_mix (colour, cw_colour_from_rgb (0x000000), 0.55);
    case CW_THEME_LIGHT:
    case CW_N_THEMES:
    default:
      return cw_colour_mix (colour, cw_colour_from_rgb (0xffffff), 0.2);
    }
}

/**
 * cw_theme_dim:
 * @self: a theme
 * @colour: a colour of the theme
 *
 * Returns: the colour stepped back towards the package, for what matters less now
 */
CwColour
cw_theme_dim (const CwTheme *self, CwColour colour)
{
  return cw_colour_mix (colour, self->package, 0.72);
}
