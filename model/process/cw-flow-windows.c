/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

/*
 * Windows of the process that depend on the design, by the numbers P5 to P21 that PHYSICS section
 * 4.3 gives them. Order of the steps and the cure ladder are in cw_flow_check (); coplanarity, external
 * traces, openings through the organic layer and streets are rules of the checker.
 */

#include "model/process/cw-flow-windows.h"

#include "model/base/cw-length.h"
#include "model/process/cw-flow-windows-private.h"

#define SHEET_MIN (2 * CW_UM)
#define SHEET_MAX (200 * CW_UM)
#define COAT_MAX (25 * CW_UM)       /* of a single coat */
#define COAT_DIFFICULT (14 * CW_UM) /* with holes narrower than the next */
#define HOLE_DIFFICULT (25 * CW_UM)
#define SPUTTERED_MAX (2 * CW_UM)
#define ELECTROLESS_MAX (3 * CW_UM)
#define PLATED_USUAL (9 * CW_UM)
#define PLATED_MAX (30 * CW_UM)

/* a length for people: "12.5 µm" */
char *
cw_flow_windows_dup_length (gint64 length)
{
  return cw_length_format_with_unit (length, CW_UNIT_UM);
}

/* reports what is out of its window at a step of the flow */
void
cw_flow_windows_add (CwFlowWindows *self, guint step, CwSeverity severity, const char *source,
                     const char *format, ...)
{
  CwFlowFinding *finding = g_new0 (CwFlowFinding, 1);
  g_autofree char *label = cw_flow_dup_step_label (self->flow, step);
  g_autofree char *name = cw_flow_dup_step_name (self->flow, self->technology, step);
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  finding->step = step;
  finding->severity = severity;
  finding->what = g_strdup_printf ("%s %s %s", label, name, text);
  finding->source = g_strdup (source);
  g_ptr_array_add (self->findings, finding);
}

/* where the flow has the first step of a kind, -1 when it has none */
gint
cw_flow_windows_find (const CwFlowWindows *self, CwStepKind kind)
{
  for (guint i = 0; i < self->flow->n_steps; i++)
    if (self->flow->steps[i].kind == kind)
      return (gint) i;

  return -1;
}

static gint
find_on_level (const CwFlowWindows *self, CwStepKind kind, guint level)
{
  for (guint i = 0; i < self->flow->n_steps; i++)
    if (self->flow->steps[i].kind == kind && self->flow->steps[i].level == level)
      return (gint) i;

  return -1;
}

/* P6: the sheet before and after it is thinned */
static void
check_sheet (CwFlowWindows *self)
{
  gint provide = cw_flow_windows_find (self, CW_STEP_PROVIDE_SHEET);
  gint thin = cw_flow_windows_find (self, CW_STEP_THIN_SHEET);
  guint level = cw_technology_find_level_kind (self->technology, CW_LEVEL_THIN_ORGANIC);
  CwCoord after;
  CwCoord before;
  g_autofree char *before_text = NULL;
  g_autofree char *after_text = NULL;

  if (provide < 0 || level == CW_LEVEL_NONE)
    return;

  after = cw_technology_get_level (self->technology, level)->thickness;
  before = self->flow->steps[provide].thickness > 0 ? self->flow->steps[provide].thickness : after;
  before_text = cw_flow_windows_dup_length (before);
  after_text = cw_flow_windows_dup_length (after);
  if (before < SHEET_MIN || before > SHEET_MAX)
    cw_flow_windows_add (self, (guint) provide, CW_SEVERITY_ERROR, "check P6, claim 107",
                         "is %s thick, allowed are 2 µm … 200 µm", before_text);
  if (thin < 0)
    return;
  if (after < SHEET_MIN || after > SHEET_MAX)
    cw_flow_windows_add (self, (guint) thin, CW_SEVERITY_ERROR, "check P6, claim 109",
                         "leaves %s, allowed are 2 µm … 200 µm", after_text);
  if (after >= before)
    cw_flow_windows_add (self, (guint) thin, CW_SEVERITY_ERROR, "check P6, claim 108",
                         "removes nothing: it is %s thick before and %s after", before_text,
                         after_text);
}

typedef struct
{
  guint level;
  CwCoord least;       /* diameter of the narrowest hole, 0 for none */
  CwCoord least_lined; /* of the narrowest that the wiring lines */
  const CwTechnology *technology;
} Holes;

static gboolean
look_at_via (CwId id, gconstpointer item, gpointer user_data)
{
  const CwVia *via = item;
  Holes *self = user_data;

  if (self->level <= via->from || self->level >= via->to)
    return TRUE;

  if (self->least == 0 || via->hole < self->least)
    self->least = via->hole;
  if (via->fill == CW_VIA_WITH_WIRING && (self->least_lined == 0 || via->hole < self->least_lined))
    self->least_lined = via->hole;

  return TRUE;
}

/* P7: aspect of the holes, and what a single coat can be */
static void
check_film (CwFlowWindows *self, guint index)
{
  const CwLevel *level = cw_technology_get_level (self->technology, index);
  gboolean is_coat = level->kind != CW_LEVEL_THIN_ORGANIC;
  CwStepKind kind = level->kind == CW_LEVEL_DIELECTRIC ? CW_STEP_DEPOSIT_DIELECTRIC
                                                       : CW_STEP_DEPOSIT_PASSIVATION;
  gint deposit = find_on_level (self, kind, index);
  gint open = find_on_level (self, CW_STEP_OPEN_HOLES, index);
  g_autofree char *thickness = cw_flow_windows_dup_length (level->thickness);
  Holes holes = { .level = index, .technology = self->technology };

  if (is_coat && deposit >= 0 && level->thickness > COAT_MAX)
    cw_flow_windows_add (self, (guint) deposit, CW_SEVERITY_ERROR,
                         "check P7, photosensitive dielectrics as published",
                         "is %s thick, a single coat is 25 µm at most", thickness);
  if (open < 0)
    return;

  cw_design_foreach (self->design, CW_ITEM_VIA, look_at_via, &holes);
  if (holes.least > 0 && is_coat && level->thickness > COAT_DIFFICULT
      && holes.least < HOLE_DIFFICULT)
    {
      g_autofree char *hole = cw_flow_windows_dup_length (holes.least);

      cw_flow_windows_add (
          self, (guint) open, CW_SEVERITY_WARNING,
          "check P7, photosensitive dielectrics as published",
          "makes holes of %s in %s: above 14 µm holes narrower than 25 µm are hard", hole,
          thickness);
    }
  if (holes.least_lined > 0 && level->thickness > holes.least_lined)
    {
      g_autofree char *hole = cw_flow_windows_dup_length (holes.least_lined);

      cw_flow_windows_add (self, (guint) open, CW_SEVERITY_WARNING, "check P7, from memory",
                           "makes holes of %s through %s that the wiring lines: deeper than wide",
                           hole, thickness);
    }
}

static void
check_most (CwFlowWindows *self, guint step, CwSeverity severity, const CwLevel *level,
            CwCoord most, const char *source)
{
  g_autofree char *thickness = cw_flow_windows_dup_length (level->thickness);
  g_autofree char *limit = cw_flow_windows_dup_length (most);

  if (level->thickness > most)
    cw_flow_windows_add (self, step, severity, source, "makes %s of metal by %s, %s is %s",
                         thickness, cw_deposition_get_name (level->deposition),
                         severity == CW_SEVERITY_ERROR ? "the most" : "the most in volume", limit);
}

/* P8: how thick the ways to deposit metal make it */
static void
check_wiring (CwFlowWindows *self, guint step, const CwLevel *level)
{
  switch (level->deposition)
    {
    case CW_DEPOSITION_SPUTTERING:
      check_most (self, step, CW_SEVERITY_WARNING, level, SPUTTERED_MAX, "check P8, from memory");
      break;

    case CW_DEPOSITION_ELECTROLESS:
      check_most (self, step, CW_SEVERITY_WARNING, level, ELECTROLESS_MAX, "check P8, from memory");
      break;

    case CW_DEPOSITION_ELECTROPLATING:
      if (level->thickness > PLATED_MAX)
        check_most (self, step, CW_SEVERITY_ERROR, level, PLATED_MAX,
                    "check P8, roadmap of an assembly house");
      else
        check_most (self, step, CW_SEVERITY_WARNING, level, PLATED_USUAL,
                    "check P8, roadmap of an assembly house");
      break;

    case CW_DEPOSITION_NONE:
    case CW_N_DEPOSITIONS:
    default:
      break;
    }
}

static void
check_levels (CwFlowWindows *self)
{
  for (guint i = 0; i < cw_technology_get_n_levels (self->technology); i++)
    {
      const CwLevel *level = cw_technology_get_level (self->technology, i);
      gint wiring = find_on_level (self, CW_STEP_DEPOSIT_WIRING, i);

      if (level->kind == CW_LEVEL_DIELECTRIC || level->kind == CW_LEVEL_THIN_ORGANIC
          || level->kind == CW_LEVEL_PASSIVATION)
        check_film (self, i);
      if (level->kind == CW_LEVEL_WIRING && wiring >= 0)
        check_wiring (self, (guint) wiring, level);
    }
}

static gint
compare_findings (gconstpointer a, gconstpointer b)
{
  const CwFlowFinding *one = *(const CwFlowFinding *const *) a;
  const CwFlowFinding *other = *(const CwFlowFinding *const *) b;

  return one->step < other->step ? -1 : one->step > other->step;
}

/**
 * cw_flow_check_windows:
 * @design: a design
 *
 * Checks what the steps of the flow make of the design against published windows and such as are
 * known from memory only, which their source says: thickness of ground dies (P5), of the insulating
 * substrate before and after it is thinned (P6), aspect of holes and thickness of coats (P7), of metal
 * by how it is deposited (P8), room around dies in cavities (P12), balls that touch each other or come
 * near the edge (P17), gaps that a filling has to run into (P20), and pads that are too small for
 * their pins (P21).
 *
 * Returns: (transfer full) (element-type CwFlowFinding): what is out of its window, by step
 */
GPtrArray *
cw_flow_check_windows (CwDesign *design)
{
  CwFlowWindows self = { .design = design };

  g_return_val_if_fail (design != NULL, NULL);

  self.technology = cw_design_get_technology (design);
  self.flow = cw_technology_dup_flow (self.technology);
  self.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) cw_flow_finding_free);
  check_sheet (&self);
  check_levels (&self);
  cw_flow_windows_check_dies (&self);
  cw_flow_windows_check_cavities (&self);
  cw_flow_windows_check_gaps (&self);
  cw_flow_windows_check_balls (&self);
  cw_flow_unref (self.flow);
  g_ptr_array_sort (self.findings, compare_findings);

  return self.findings;
}
