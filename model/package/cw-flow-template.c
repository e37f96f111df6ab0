/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/package/cw-flow-private.h"

/* Order: CLAIMS sections 3 to 5. Figures: filling of 100 µm over the dies before it is planarised,
 * as Lau published for a face-up wafer; carrier and release film are those of the preset C; a sheet
 * of twice its final thickness before it is thinned is ours. */
#define OVERFILL (100 * CW_UM)
#define CARRIER (700 * CW_UM)
#define RELEASE_FILM (100 * CW_UM)
#define SHEET_MAX (200 * CW_UM) /* claims 107, 109 */

typedef struct
{
  const CwTechnology *technology;
  CwMethod method;
  GArray *slots; /* of CwFlowSlot */
} Builder;

static gint32
get_cure (const CwTechnology *technology, guint material)
{
  const CwMaterial *found = cw_technology_get_material (technology, material);

  return found != NULL ? found->cure : 0;
}

static void
add_own (Builder *self, CwStepKind kind, guint level, CwFlowNeed need, guint material,
         CwCoord thickness)
{
  const CwLevel *at = cw_technology_get_level (self->technology, level);
  CwFlowSlot slot = { { kind, (guint8) level, (guint8) material, thickness, 0 }, need };
  gboolean cures = TRUE;

  switch (kind)
    {
    case CW_STEP_OPEN_HOLES:
    case CW_STEP_FORM_CAVITIES:
    case CW_STEP_PLACE_DIES:
    case CW_STEP_PLANARISE:
    case CW_STEP_THIN_SHEET:
    case CW_STEP_PROVIDE_SUBSTRATE:
    case CW_STEP_PROVIDE_HEAT:
    case CW_STEP_PROVIDE_SHEET:
    case CW_STEP_PROVIDE_CARRIER:
    case CW_STEP_OPEN_PASSIVATION:
      cures = FALSE;
      break;

    default:
      break;
    }
  if (cures && material != CW_MATERIAL_NONE)
    slot.step.temperature = get_cure (self->technology, material);
  else if (cures && at != NULL)
    slot.step.temperature = get_cure (self->technology, at->material);

  g_array_append_val (self->slots, slot);
}

static void
add (Builder *self, CwStepKind kind, guint level, CwFlowNeed need)
{
  add_own (self, kind, level, need, CW_MATERIAL_NONE, 0);
}

/* a material by name, else the first of a group, else none */
static guint
find_material (const CwTechnology *technology, const char *name, CwMaterialGroup group)
{
  guint found = cw_technology_find_material (technology, name);

  if (found != CW_MATERIAL_NONE || group == CW_GROUP_NONE)
    return found;
  for (guint i = 0; i < cw_technology_get_n_materials (technology); i++)
    if (cw_technology_get_material (technology, i)->group == group)
      return i;

  return CW_MATERIAL_NONE;
}

static void
add_substrate (Builder *self)
{
  const CwTechnology *technology = self->technology;
  gboolean is_plain = cw_technology_get_substrate (technology) == CW_SUBSTRATE_PLAIN;
  gboolean is_first = TRUE;

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    {
      CwLevelKind kind = cw_technology_get_level (technology, i)->kind;

      if (kind != CW_LEVEL_HEAT && kind != CW_LEVEL_SUBSTRATE)
        continue;
      if (kind == CW_LEVEL_HEAT)
        add (self, CW_STEP_PROVIDE_HEAT, i, CW_NEED_MANDATORY);
      else
        add (self, is_first ? CW_STEP_PROVIDE_SUBSTRATE : CW_STEP_LAMINATE, i, CW_NEED_MANDATORY);
      if (kind == CW_LEVEL_SUBSTRATE && is_plain)
        add (self, CW_STEP_FORM_CAVITIES, i, CW_NEED_EXTRA);
      is_first = FALSE;
    }
}

/* the film of a level that may be flat: a flat one need not be applied */
static void
add_adhesive (Builder *self)
{
  guint adhesive = cw_technology_find_level_kind (self->technology, CW_LEVEL_ADHESIVE);

  if (adhesive == CW_LEVEL_NONE)
    return;
  add (self, CW_STEP_APPLY_ADHESIVE, adhesive,
       cw_technology_get_level (self->technology, adhesive)->thickness > 0 ? CW_NEED_MANDATORY
                                                                           : CW_NEED_EXTRA);
}

static void
add_face_up (Builder *self, guint die)
{
  const CwLevel *level = cw_technology_get_level (self->technology, die);
  CwFlowNeed filled
      = level != NULL && level->material != CW_MATERIAL_NONE ? CW_NEED_DEFAULT : CW_NEED_EXTRA;

  add_substrate (self);
  add_adhesive (self);
  add (self, CW_STEP_PLACE_DIES, die, CW_NEED_MANDATORY);
  add_own (self, CW_STEP_FILL, die, filled, CW_MATERIAL_NONE, OVERFILL);
  add (self, CW_STEP_PLANARISE, die, filled);
}

/* the sheet before it is thinned: twice what is left, within the claims' range */
static CwCoord
get_thick_sheet (CwCoord thickness)
{
  return thickness < SHEET_MAX / 2 ? 2 * thickness : MAX (thickness, SHEET_MAX);
}

static void
add_sheet (Builder *self, guint die)
{
  const CwTechnology *technology = self->technology;
  guint thin = cw_technology_find_level_kind (technology, CW_LEVEL_THIN_ORGANIC);
  guint pad = cw_technology_find_level_kind (technology, CW_LEVEL_PAD);
  const CwLevel *sheet = cw_technology_get_level (technology, thin);
  const CwLevel *pads = cw_technology_get_level (technology, pad);
  guint film = find_material (technology, "Bond film", CW_GROUP_NONE);
  guint adhesive = cw_technology_find_level_kind (technology, CW_LEVEL_ADHESIVE);

  if (film == CW_MATERIAL_NONE && adhesive != CW_LEVEL_NONE)
    film = cw_technology_get_level (technology, adhesive)->material;
  add_own (self, CW_STEP_PROVIDE_SHEET, thin, CW_NEED_MANDATORY, CW_MATERIAL_NONE,
           sheet != NULL ? get_thick_sheet (sheet->thickness) : 0);
  add_own (self, CW_STEP_APPLY_FILM, pad, CW_NEED_MANDATORY, film,
           pads != NULL ? pads->thickness : 0);
  add (self, CW_STEP_PLACE_DIES, die, CW_NEED_MANDATORY);
  add_own (self, CW_STEP_FILL, die, CW_NEED_MANDATORY, CW_MATERIAL_NONE, OVERFILL);
  add (self, CW_STEP_PLANARISE, die, CW_NEED_MANDATORY);
  add_adhesive (self);
  add (self, CW_STEP_ADHERE_SUBSTRATE, CW_LEVEL_NONE, CW_NEED_MANDATORY);
  add (self, CW_STEP_TURN_OVER, CW_LEVEL_NONE, CW_NEED_MANDATORY);
}

static void
add_carrier (Builder *self, guint die)
{
  const CwTechnology *technology = self->technology;
  const CwLevel *level = cw_technology_get_level (technology, die);
  guint filling = level != NULL ? level->material : CW_MATERIAL_NONE;
  guint first = find_material (technology, "Polymer filling", CW_GROUP_POLYMER);
  CwFlowNeed refilled = filling != CW_MATERIAL_NONE ? CW_NEED_DEFAULT : CW_NEED_EXTRA;

  add_own (self, CW_STEP_PROVIDE_CARRIER, CW_LEVEL_NONE, CW_NEED_MANDATORY,
           find_material (technology, "Glass", CW_GROUP_GLASS), CARRIER);
  add_own (self, CW_STEP_APPLY_FILM, CW_LEVEL_NONE, CW_NEED_MANDATORY,
           find_material (technology, "Release film", CW_GROUP_NONE), RELEASE_FILM);
  add (self, CW_STEP_PLACE_DIES, die, CW_NEED_MANDATORY);
  add_own (self, CW_STEP_FILL, die, CW_NEED_MANDATORY, first != CW_MATERIAL_NONE ? first : filling,
           OVERFILL);
  add (self, CW_STEP_PLANARISE, die, CW_NEED_MANDATORY);
  add_adhesive (self);
  add (self, CW_STEP_ADHERE_SUBSTRATE, CW_LEVEL_NONE, CW_NEED_MANDATORY);
  add (self, CW_STEP_TURN_OVER, CW_LEVEL_NONE, CW_NEED_MANDATORY);
  add (self, CW_STEP_REMOVE_CARRIER, CW_LEVEL_NONE, CW_NEED_MANDATORY);
  add (self, CW_STEP_REMOVE_FILLING, CW_LEVEL_NONE, CW_NEED_MANDATORY);
  add (self, CW_STEP_SECOND_FILL, die, refilled);
}

static void
add_holes (Builder *self, guint level)
{
  guint wiring = cw_technology_find_level_above (self->technology, level, CW_LEVEL_WIRING);

  if (wiring == CW_LEVEL_NONE)
    return;
  add (self, CW_STEP_OPEN_HOLES, level, CW_NEED_DEFAULT);
  add_own (self, CW_STEP_FILL_VIAS, level, CW_NEED_EXTRA,
           cw_technology_get_level (self->technology, wiring)->material, 0);
}

static void
add_level (Builder *self, guint index)
{
  const CwLevel *level = cw_technology_get_level (self->technology, index);

  switch (level->kind)
    {
    case CW_LEVEL_THIN_ORGANIC:
      if (self->method != CW_METHOD_B)
        add (self, CW_STEP_DEPOSIT_THIN_ORGANIC, index, CW_NEED_MANDATORY);
      else
        add (self, CW_STEP_THIN_SHEET, index,
             get_thick_sheet (level->thickness) > level->thickness ? CW_NEED_DEFAULT
                                                                   : CW_NEED_EXTRA);
      add_holes (self, index);
      break;

    case CW_LEVEL_DIELECTRIC:
      add (self, CW_STEP_DEPOSIT_DIELECTRIC, index, CW_NEED_MANDATORY);
      add_holes (self, index);
      break;

    case CW_LEVEL_WIRING:
      add (self, CW_STEP_DEPOSIT_WIRING, index, CW_NEED_MANDATORY);
      break;

    case CW_LEVEL_PASSIVATION:
      add (self, CW_STEP_DEPOSIT_PASSIVATION, index, CW_NEED_DEFAULT);
      add (self, CW_STEP_OPEN_PASSIVATION, index, CW_NEED_DEFAULT);
      break;

    case CW_LEVEL_UBM:
      add (self, CW_STEP_DEPOSIT_UBM, index, CW_NEED_DEFAULT);
      break;

    case CW_LEVEL_BALL:
      add (self, CW_STEP_ATTACH_BALLS, index, CW_NEED_DEFAULT);
      break;

    case CW_LEVEL_SUBSTRATE:
    case CW_LEVEL_ADHESIVE:
    case CW_LEVEL_DIE:
    case CW_LEVEL_PAD:
    case CW_LEVEL_HEAT:
    case CW_N_LEVEL_KINDS:
    default:
      break;
    }
}

GArray *
cw_flow_list_slots (const CwTechnology *technology, CwMethod method)
{
  guint die = cw_technology_find_level_kind (technology, CW_LEVEL_DIE);
  Builder self = { technology, method, g_array_new (FALSE, FALSE, sizeof (CwFlowSlot)) };

  if (method == CW_METHOD_A)
    add_face_up (&self, die);
  else if (method == CW_METHOD_B)
    add_sheet (&self, die);
  else
    add_carrier (&self, die);
  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    add_level (&self, i);
  add (&self, CW_STEP_SINGULATE, CW_LEVEL_NONE, CW_NEED_DEFAULT);

  return self.slots;
}

/**
 * cw_flow_new_template:
 * @technology: a technology
 * @method: a method
 *
 * Makes the flow that a method asks for with a stack, with the steps that the claims leave to
 * choice for which the stack has what they need. Vias are filled with the wiring. In method C the second
 * filling comes after the removal of carrier and first filling.
 *
 * Returns: (transfer full): the flow
 */
CwFlow *
cw_flow_new_template (const CwTechnology *technology, CwMethod method)
{
  g_autoptr (GArray) slots = NULL;
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (CwStep));

  g_return_val_if_fail (technology != NULL, NULL);
  g_return_val_if_fail ((guint) method < CW_N_METHODS, NULL);

  slots = cw_flow_list_slots (technology, method);
  for (guint i = 0; i < slots->len; i++)
    {
      const CwFlowSlot *slot = &g_array_index (slots, CwFlowSlot, i);

      if (slot->need != CW_NEED_EXTRA)
        g_array_append_val (steps, slot->step);
    }

  return cw_flow_new (method, (const CwStep *) (gpointer) steps->data, steps->len);
}

/**
 * cw_technology_dup_flow:
 * @self: a technology
 *
 * Gets the flow of a technology, whether it was set or not.
 *
 * Returns: (transfer full): the flow that was set, else the template of method A
 */
CwFlow *
cw_technology_dup_flow (const CwTechnology *self)
{
  CwFlow *flow = cw_technology_get_flow (self);

  return flow != NULL ? cw_flow_ref (flow) : cw_flow_new_template (self, CW_METHOD_A);
}
