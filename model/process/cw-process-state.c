/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#include "model/process/cw-process-state.h"

static guint64
get_bit (guint level)
{
  return level < CW_MAX_LEVELS ? G_GUINT64_CONSTANT (1) << level : 0;
}

static guint64
get_levels_of_kind (const CwTechnology *technology, CwLevelKind kind)
{
  guint64 levels = 0;

  for (guint i = 0; i < cw_technology_get_n_levels (technology); i++)
    if (cw_technology_get_level (technology, i)->kind == kind)
      levels |= get_bit (i);

  return levels;
}

/* the level that a step names, or all of the kind that it is about */
static guint64
get_named (const CwTechnology *technology, const CwStep *step, CwLevelKind kind)
{
  return step->level != CW_LEVEL_NONE ? get_bit (step->level)
                                      : get_levels_of_kind (technology, kind);
}

static guint64
get_lowest (const CwTechnology *technology, const CwStep *step, CwLevelKind kind)
{
  return step->level != CW_LEVEL_NONE ? get_bit (step->level)
                                      : get_bit (cw_technology_find_level_kind (technology, kind));
}

/* a moulded substrate has its cavities from the beginning */
static void
provide_substrate (CwProcessState *self, const CwTechnology *technology, const CwStep *step)
{
  guint64 levels = get_lowest (technology, step, CW_LEVEL_SUBSTRATE);

  self->levels |= levels;
  if (cw_technology_get_substrate (technology) == CW_SUBSTRATE_MOULDED)
    self->opened |= levels;
}

static void
place_dies (CwProcessState *self, const CwTechnology *technology)
{
  self->has_dies = TRUE;
  self->levels |= get_bit (cw_technology_find_level_kind (technology, CW_LEVEL_DIE));
  self->levels |= get_bit (cw_technology_find_level_kind (technology, CW_LEVEL_PAD));
}

static void
fill (CwProcessState *self, const CwTechnology *technology, const CwStep *step)
{
  self->levels |= get_bit (cw_technology_find_level_kind (technology, CW_LEVEL_DIE));
  self->filling = step->thickness > 0 ? CW_FILLING_OVER : CW_FILLING_PLANAR;
  self->overburden = step->thickness;
  if (self->method == CW_METHOD_C)
    self->filling_material = step->material;
}

static void
planarise (CwProcessState *self)
{
  if (self->second_filling != CW_FILLING_ABSENT)
    self->second_filling = CW_FILLING_PLANAR;
  else if (self->filling != CW_FILLING_ABSENT)
    self->filling = CW_FILLING_PLANAR;
  if (self->is_face_down && self->has_dies)
    self->is_ground = TRUE;
}

static void
remove_filling (CwProcessState *self, const CwTechnology *technology)
{
  self->filling = CW_FILLING_ABSENT;
  if (!self->has_dies && self->second_filling == CW_FILLING_ABSENT)
    self->levels &= ~get_bit (cw_technology_find_level_kind (technology, CW_LEVEL_DIE));
}

static void
adhere_substrate (CwProcessState *self, const CwTechnology *technology)
{
  self->is_adhered = TRUE;
  self->levels |= get_levels_of_kind (technology, CW_LEVEL_SUBSTRATE)
                  | get_levels_of_kind (technology, CW_LEVEL_HEAT)
                  | get_levels_of_kind (technology, CW_LEVEL_ADHESIVE);
  self->opened |= get_levels_of_kind (technology, CW_LEVEL_SUBSTRATE);
}

static void
provide_sheet (CwProcessState *self, const CwTechnology *technology, const CwStep *step)
{
  guint64 levels = get_lowest (technology, step, CW_LEVEL_THIN_ORGANIC);

  self->levels |= levels;
  self->sheet_thickness = step->thickness;
}

static void
do_assembly_step (CwProcessState *self, const CwTechnology *technology, const CwStep *step)
{
  switch (step->kind)
    {
    case CW_STEP_PROVIDE_SUBSTRATE:
      provide_substrate (self, technology, step);
      break;
    case CW_STEP_PROVIDE_HEAT:
      self->levels |= get_lowest (technology, step, CW_LEVEL_HEAT);
      break;
    case CW_STEP_LAMINATE:
      self->levels |= get_named (technology, step, CW_LEVEL_SUBSTRATE);
      self->opened |= get_named (technology, step, CW_LEVEL_SUBSTRATE);
      break;
    case CW_STEP_FORM_CAVITIES:
      self->opened |= get_named (technology, step, CW_LEVEL_SUBSTRATE);
      break;
    case CW_STEP_PROVIDE_SHEET:
      provide_sheet (self, technology, step);
      break;
    case CW_STEP_PROVIDE_CARRIER:
      self->has_carrier = TRUE;
      self->carrier_material = step->material;
      self->carrier_thickness = step->thickness;
      break;
    case CW_STEP_APPLY_FILM:
      self->has_film = TRUE;
      self->film_material = step->material;
      self->film_thickness = step->thickness;
      break;
    case CW_STEP_APPLY_ADHESIVE:
      self->levels |= get_named (technology, step, CW_LEVEL_ADHESIVE);
      break;
    case CW_STEP_PLACE_DIES:
      place_dies (self, technology);
      break;
    case CW_STEP_FILL:
      fill (self, technology, step);
      break;
    case CW_STEP_PLANARISE:
      planarise (self);
      break;
    case CW_STEP_ADHERE_SUBSTRATE:
      adhere_substrate (self, technology);
      break;
    default:
      break;
    }
}

static void
do_circuit_step (CwProcessState *self, const CwTechnology *technology, const CwStep *step)
{
  switch (step->kind)
    {
    case CW_STEP_TURN_OVER:
      self->is_face_down = self->method != CW_METHOD_A && !self->is_face_down;
      break;
    case CW_STEP_REMOVE_CARRIER:
      self->has_carrier = FALSE;
      self->has_film = FALSE;
      break;
    case CW_STEP_REMOVE_FILLING:
      remove_filling (self, technology);
      break;
    case CW_STEP_SECOND_FILL:
      self->second_filling = step->thickness > 0 ? CW_FILLING_OVER : CW_FILLING_PLANAR;
      self->overburden = step->thickness;
      break;
    case CW_STEP_THIN_SHEET:
      self->sheet_thickness = 0;
      break;
    case CW_STEP_DEPOSIT_THIN_ORGANIC:
      self->levels |= get_lowest (technology, step, CW_LEVEL_THIN_ORGANIC);
      break;
    case CW_STEP_DEPOSIT_DIELECTRIC:
    case CW_STEP_DEPOSIT_WIRING:
      self->levels |= get_bit (step->level);
      break;
    case CW_STEP_OPEN_HOLES:
      self->opened |= get_bit (step->level);
      break;
    case CW_STEP_FILL_VIAS:
      self->plugged |= get_bit (step->level);
      self->plug_material = step->material;
      break;
    case CW_STEP_DEPOSIT_PASSIVATION:
      self->levels |= get_named (technology, step, CW_LEVEL_PASSIVATION);
      break;
    case CW_STEP_OPEN_PASSIVATION:
      self->opened |= get_named (technology, step, CW_LEVEL_PASSIVATION);
      break;
    case CW_STEP_DEPOSIT_UBM:
      self->levels |= get_named (technology, step, CW_LEVEL_UBM);
      break;
    case CW_STEP_ATTACH_BALLS:
      self->levels |= get_named (technology, step, CW_LEVEL_BALL);
      break;
    case CW_STEP_SINGULATE:
      self->is_singulated = TRUE;
      break;
    default:
      break;
    }
}

/* wiring can only be on the active side, so that is up once there is any, however a flow words it */
static void
look_at_what_is_up (CwProcessState *self, const CwTechnology *technology)
{
  guint64 above = get_levels_of_kind (technology, CW_LEVEL_DIELECTRIC)
                  | get_levels_of_kind (technology, CW_LEVEL_WIRING)
                  | get_levels_of_kind (technology, CW_LEVEL_PASSIVATION)
                  | get_levels_of_kind (technology, CW_LEVEL_UBM)
                  | get_levels_of_kind (technology, CW_LEVEL_BALL);

  if ((self->levels & above) != 0)
    self->is_face_down = FALSE;
}

/**
 * cw_process_state_init:
 * @self: (out caller-allocates): where to write the state
 * @technology: the technology that the flow belongs to
 * @flow: a flow, in whatever order
 * @step: index of the last step that is done; as far as the flow goes when beyond
 *
 * Does the steps of a flow one after the other.
 */
void
cw_process_state_init (CwProcessState *self, const CwTechnology *technology, const CwFlow *flow,
                       guint step)
{
  *self = (CwProcessState){ .method = flow->method,
                            .is_face_down = flow->method != CW_METHOD_A,
                            .plug_material = CW_MATERIAL_NONE,
                            .filling_material = CW_MATERIAL_NONE,
                            .carrier_material = CW_MATERIAL_NONE,
                            .film_material = CW_MATERIAL_NONE };

  for (guint i = 0; i < flow->n_steps && i <= step; i++)
    {
      const CwStep *done = &flow->steps[i];

      if (done->kind < CW_STEP_TURN_OVER)
        do_assembly_step (self, technology, done);
      else
        do_circuit_step (self, technology, done);
    }
  look_at_what_is_up (self, technology);
}

/**
 * cw_process_get_levels:
 * @design: a design
 * @step: index of a step of its flow; beyond the last one that is meant
 *
 * Tells what there is after a step, so that a plan can dim the rest.
 *
 * Returns: a bit for each level of the stack that there is
 */
guint64
cw_process_get_levels (CwDesign *design, guint step)
{
  const CwTechnology *technology;
  g_autoptr (CwFlow) flow = NULL;
  CwProcessState state;

  g_return_val_if_fail (design != NULL, 0);

  technology = cw_design_get_technology (design);
  flow = cw_technology_dup_flow (technology);
  cw_process_state_init (&state, technology, flow, step);

  return state.levels;
}
