/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "widgets/render/cw-section-private.h"

#define HATCH_SPACING (7.0) /* [px] */
#define SOLDER_GREY (0xc8c8c8)

/**
 * cw_section_style_get_theme:
 * @self: a style
 * @print: (out caller-allocates): room for colours of its own
 *
 * Gets the colours that a style paints with: black on white paper whatever the theme when it is
 * black and white.
 *
 * Returns: (transfer none): the theme of the style, or @print
 */
const CwTheme *
cw_section_style_get_theme (const CwSectionStyle *self, CwTheme *print)
{
  CwColour white = cw_colour_from_rgb (0xffffff);
  CwColour black = cw_colour_from_rgb (0x000000);

  if (!self->black_white)
    return self->theme;

  *print = *cw_theme_get (CW_THEME_LIGHT);
  print->background = white;
  print->package = white;
  print->text = black;
  print->text_muted = cw_colour_from_rgb (0x404040);
  print->separator = black;
  print->section_line = black;

  return print;
}

/* Every other dielectric is a little lighter, so that the films of one material are told apart. */
static guint
get_ordinal (const CwSectionPainter *self, guint8 material, guint8 level)
{
  guint ordinal = 0;

  for (guint i = 0; i < MIN (level, cw_technology_get_n_levels (self->technology)); i++)
    if (cw_technology_get_level (self->technology, i)->material == material)
      ordinal++;

  return ordinal;
}

static CwColour
get_hatch_colour (const CwSectionPainter *self, CwColour colour)
{
  switch (self->theme->kind)
    {
    case CW_THEME_DARK:
      return cw_colour_mix (colour, cw_colour_from_rgb (0xffffff), 0.13);
    case CW_THEME_HIGH_CONTRAST:
      return cw_colour_mix (colour, cw_colour_from_rgb (0xffffff), 0.55);
    case CW_THEME_LIGHT:
    case CW_N_THEMES:
    default:
      return cw_colour_mix (colour, cw_colour_from_rgb (0x000000), 0.15);
    }
}

static CwSectionLook
get_coloured (const CwSectionPainter *self, const CwMaterial *values, guint ordinal)
{
  CwColour colour = cw_theme_get_material_colour (self->theme, values);
  CwSectionLook look = { .hatch = values->hatch, .spacing = HATCH_SPACING, .width = 1 };

  look.ink = get_hatch_colour (self, colour);
  if (values->klass == CW_MATERIAL_DIELECTRIC && ordinal % 2 == 1)
    colour = cw_colour_mix (colour, cw_colour_from_rgb (0xffffff),
                            self->theme->kind == CW_THEME_LIGHT ? 0.38 : 0.14);
  look.fill = colour;
  look.thin = colour;

  return look;
}

static void
set_hatch (CwSectionLook *self, CwHatch hatch, double spacing, double width)
{
  self->hatch = hatch;
  self->spacing = spacing;
  self->width = width;
}

/* As a technical drawing has it, by the class of the material and not by its own hatch. Films of the
 * same class that lie on each other are hatched the other way. */
static CwSectionLook
get_printed (const CwMaterial *values, CwLevelKind kind, guint ordinal)
{
  CwColour white = cw_colour_from_rgb (0xffffff);
  CwColour black = cw_colour_from_rgb (0x000000);
  CwSectionLook look = { .fill = white, .thin = white, .ink = black };
  gboolean is_glass = values->group == CW_GROUP_GLASS;

  switch (values->klass)
    {
    case CW_MATERIAL_METAL:
      set_hatch (&look, ordinal % 2 == 0 ? CW_HATCH_DIAGONAL : CW_HATCH_BACK_DIAGONAL,
                 kind == CW_LEVEL_HEAT ? 9 : 4, 0.8);
      look.second = kind == CW_LEVEL_HEAT ? 2.5 : 0;
      look.thin = black;
      break;

    case CW_MATERIAL_SEMICONDUCTOR:
      set_hatch (&look, CW_HATCH_DIAGONAL, 16, 0.6);
      break;

    case CW_MATERIAL_FILLING:
      set_hatch (&look, CW_HATCH_DOTS, 6, 0.8);
      break;

    case CW_MATERIAL_ADHESIVE:
      set_hatch (&look, CW_HATCH_BACK_DIAGONAL, 3, 0.6);
      break;

    case CW_MATERIAL_CORE:
      set_hatch (&look, is_glass ? CW_HATCH_NONE : CW_HATCH_CROSS, ordinal % 2 == 0 ? 8 : 12, 0.6);
      break;

    case CW_MATERIAL_SOLDER:
      look.fill = look.thin = cw_colour_from_rgb (SOLDER_GREY);
      break;

    case CW_MATERIAL_DIELECTRIC:
    case CW_N_MATERIAL_CLASSES:
    default:
      break;
    }

  return look;
}

/* how a material is filled and hatched; @level is CW_LEVEL_NONE for what is not in the stack */
CwSectionLook
cw_section_painter_get_look (const CwSectionPainter *self, guint8 material, guint8 level)
{
  const CwMaterial *values = cw_technology_get_material (self->technology, material);
  gboolean in_stack = level < cw_technology_get_n_levels (self->technology);
  guint ordinal = in_stack ? get_ordinal (self, material, level) : 0;
  CwSectionLook look;

  if (self->style.black_white)
    look = get_printed (values,
                        in_stack ? cw_technology_get_level (self->technology, level)->kind
                                 : CW_N_LEVEL_KINDS,
                        ordinal);
  else
    look = get_coloured (self, values, ordinal);
  look.is_temporary = !in_stack;

  return look;
}

/* paints the hatch of a look into the clip */
void
cw_section_look_paint_hatch (const CwSectionLook *self, cairo_t *cr, CwFrame area, CwSpot phase,
                             double share)
{
  if (self->hatch == CW_HATCH_NONE)
    return;

  cw_colour_set_source (self->ink, cr);
  cairo_set_line_width (cr, self->width);
  cw_hatch_paint (cr, self->hatch, area, phase, self->spacing * share);
  if (self->second > 0)
    cw_hatch_paint (cr, self->hatch, area, (CwSpot){ phase.x + self->second * share, phase.y },
                    self->spacing * share);
}
