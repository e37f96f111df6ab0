/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "io/gerber/cw-gerber-stack.h"

#include "io/gerber/cw-gerber-format.h"

static CwLevelKind
get_kind (const CwGerberStack *self, guint level)
{
  return cw_technology_get_level (self->technology, level)->kind;
}

/**
 * cw_gerber_stack_init: (skip)
 * @self: (out caller-allocates): the stack
 * @technology: the levels, which must outlive it
 *
 * Numbers the levels of metal from the top, those of die pads included: the holes
 * down to a die are then drilled from one copper layer to the next like any other.
 */
void
cw_gerber_stack_init (CwGerberStack *self, const CwTechnology *technology)
{
  self->technology = technology;
  self->n_metals = 0;
  for (guint level = cw_technology_get_n_levels (technology); level-- > 0;)
    {
      if (cw_level_kind_is_metal (get_kind (self, level)))
        self->metals[self->n_metals++] = (guint8) level;
    }
}

/**
 * cw_gerber_stack_find_layer: (skip)
 * @self: a stack
 * @level: a level
 *
 * Returns: the number of its copper layer, from 1 at the top, or 0 when it is none
 */
guint
cw_gerber_stack_find_layer (const CwGerberStack *self, guint level)
{
  for (guint i = 0; i < self->n_metals; i++)
    {
      if (self->metals[i] == level)
        return i + 1;
    }

  return 0;
}

/**
 * cw_gerber_stack_is_outer: (skip)
 * @self: a stack
 * @level: a level
 *
 * Returns: whether it is the uppermost or the lowest copper layer
 */
gboolean
cw_gerber_stack_is_outer (const CwGerberStack *self, guint level)
{
  guint layer = cw_gerber_stack_find_layer (self, level);

  return layer == 1 || (layer > 0 && layer == self->n_metals);
}

static char *
dup_metal (const CwGerberStack *self, guint level)
{
  guint layer = cw_gerber_stack_find_layer (self, level);
  const char *place = layer == 1 ? "Top" : layer == self->n_metals ? "Bot" : "Inr";

  return g_strdup_printf ("Copper,L%u,%s", layer, place);
}

static char *
dup_other (const CwGerberStack *self, guint level)
{
  GString *text = g_string_new ("Other,");

  cw_gerber_append_field (text, cw_technology_get_level (self->technology, level)->name);
  return g_string_free (text, FALSE);
}

/* holes go from the copper layer above to the one below */
static char *
dup_holes (const CwGerberStack *self, guint level)
{
  guint above = 0;

  while (above < self->n_metals && self->metals[above] > level)
    above++;
  if (above == 0 || above == self->n_metals)
    return dup_other (self, level);

  return g_strdup_printf ("Plated,%u,%u,%s", above, above + 1,
                          above == 1 || above + 1 == self->n_metals ? "Blind" : "Buried");
}

/* counted outwards from the copper, and only where there are several */
static char *
dup_passivation (const CwGerberStack *self, guint level)
{
  guint index = 0;
  guint n = 0;

  for (guint i = self->n_metals > 0 ? self->metals[0] : 0;
       i < cw_technology_get_n_levels (self->technology); i++)
    {
      if (get_kind (self, i) != CW_LEVEL_PASSIVATION)
        continue;
      n++;
      if (i == level)
        index = n;
    }

  if (index == 0)
    return dup_other (self, level);

  return n == 1 ? g_strdup ("Soldermask,Top") : g_strdup_printf ("Soldermask,Top,%u", index);
}

/**
 * cw_gerber_stack_dup_file_function: (skip)
 * @self: a stack
 * @level: a level
 *
 * Gets the value of `.FileFunction` for a level.
 *
 * Returns: (transfer full): the value
 */
char *
cw_gerber_stack_dup_file_function (const CwGerberStack *self, guint level)
{
  switch (get_kind (self, level))
    {
    case CW_LEVEL_PAD:
    case CW_LEVEL_WIRING:
      return dup_metal (self, level);

    case CW_LEVEL_DIELECTRIC:
    case CW_LEVEL_THIN_ORGANIC:
      return dup_holes (self, level);

    case CW_LEVEL_PASSIVATION:
      return dup_passivation (self, level);

    case CW_LEVEL_SUBSTRATE:
    case CW_LEVEL_ADHESIVE:
    case CW_LEVEL_DIE:
    case CW_LEVEL_BALL:
    case CW_LEVEL_HEAT:
    case CW_LEVEL_UBM:
    case CW_N_LEVEL_KINDS:
    default:
      return dup_other (self, level);
    }
}

/**
 * cw_gerber_stack_is_negative: (skip)
 * @self: a stack
 * @level: a level
 *
 * Returns: whether what a file shows is where the level is not: openings of a passivation
 */
gboolean
cw_gerber_stack_is_negative (const CwGerberStack *self, guint level)
{
  return get_kind (self, level) == CW_LEVEL_PASSIVATION;
}

static const char *
get_bonding_pad_function (const CwGerberStack *self, guint level, const CwBondingPad *pad)
{
  gboolean covered = pad->opening.width > 0 && pad->opening.width < pad->land.width
                     && pad->opening.height < pad->land.height;

  if (!cw_gerber_stack_is_outer (self, level))
    return "OtherPad,Bonding pad";
  if (pad->ball.diameter > 0 && pad->ball.kind != CW_BALL_PIN)
    return covered ? "BGAPad,SMDef" : "BGAPad,CuDef";

  return covered ? "SMDPad,SMDef" : "SMDPad,CuDef";
}

static const char *
get_metal_function (const CwGerberStack *self, const CwShape *shape, const CwBondingPad *pad)
{
  switch ((CwShapeRole) shape->role)
    {
    case CW_ROLE_LAND:
      return "ViaPad";

    case CW_ROLE_DIE_PAD:
      return cw_gerber_stack_is_outer (self, shape->level) ? "SMDPad,CuDef" : "OtherPad,Die pad";

    case CW_ROLE_BONDING_PAD:
      return get_bonding_pad_function (self, shape->level, pad);

    case CW_ROLE_TEXT:
      return "NonConductor";

    case CW_ROLE_PASSIVE:
      return "EtchedComponent";

    case CW_ROLE_FIDUCIAL:
      return "FiducialPad,Global";

    case CW_ROLE_TRACE:
    case CW_ROLE_BUS:
    case CW_ROLE_TERMINAL:
    case CW_ROLE_HOLE:
    case CW_ROLE_OPENING:
    case CW_ROLE_BALL:
    case CW_ROLE_DIE:
    case CW_ROLE_UBM:
    case CW_ROLE_CAVITY:
    case CW_ROLE_ZONE:
    case CW_ROLE_KEEP_OUT:
    default:
      return "Conductor";
    }
}

static const char *
get_other_function (const CwShape *shape)
{
  switch ((CwShapeRole) shape->role)
    {
    case CW_ROLE_BALL:
      return "Other,Ball";

    case CW_ROLE_UBM:
      return "Other,Under-bump metal";

    case CW_ROLE_CAVITY:
      return "Other,Cavity";

    default:
      return "Other,Text";
    }
}

/**
 * cw_gerber_stack_get_function: (skip)
 * @self: a stack
 * @shape: a shape
 * @pad: (nullable): the bonding pad that it belongs to
 *
 * Gets the value of `.AperFunction` for a shape.
 *
 * Returns: (transfer none): the value
 */
const char *
cw_gerber_stack_get_function (const CwGerberStack *self, const CwShape *shape,
                              const CwBondingPad *pad)
{
  switch (get_kind (self, shape->level))
    {
    case CW_LEVEL_PAD:
    case CW_LEVEL_WIRING:
      return get_metal_function (self, shape, pad);

    case CW_LEVEL_DIELECTRIC:
    case CW_LEVEL_THIN_ORGANIC:
      if (shape->role == CW_ROLE_CAVITY)
        return "OtherDrill,Cavity";
      return shape->role == CW_ROLE_HOLE ? "ViaDrill" : "OtherDrill,Text";

    case CW_LEVEL_PASSIVATION:
      return "Material";

    case CW_LEVEL_SUBSTRATE:
    case CW_LEVEL_ADHESIVE:
    case CW_LEVEL_DIE:
    case CW_LEVEL_BALL:
    case CW_LEVEL_HEAT:
    case CW_LEVEL_UBM:
    case CW_N_LEVEL_KINDS:
    default:
      return get_other_function (shape);
    }
}
