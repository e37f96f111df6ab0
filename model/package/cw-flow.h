/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/package/cw-technology.h"

G_BEGIN_DECLS

#define CW_MAX_STEPS 400

/**
 * CwMethod:
 * @CW_METHOD_A: dies face up on the organic substrate, claims 61 to 101
 * @CW_METHOD_B: dies face down on an insulating substrate that stays as the thin organic layer,
 *   claims 102 to 138
 * @CW_METHOD_C: dies face down on a carrier that is removed with the first filling, claims 139
 *   to 175
 *
 * The process methods.
 */
typedef enum
{
  CW_METHOD_A,
  CW_METHOD_B,
  CW_METHOD_C,
  CW_N_METHODS
} CwMethod;

/**
 * CwStepKind:
 * @CW_STEP_PROVIDE_SUBSTRATE: provide the lowest substrate level, or the whole moulded one
 * @CW_STEP_PROVIDE_HEAT: provide the heat-conducting layer
 * @CW_STEP_LAMINATE: laminate or mould the substrate level named, with its openings, on what is
 *   there
 * @CW_STEP_FORM_CAVITIES: form the cavities of the substrate level named
 * @CW_STEP_PROVIDE_SHEET: provide the insulating substrate that stays (method B)
 * @CW_STEP_PROVIDE_CARRIER: provide the temporary substrate (method C)
 * @CW_STEP_APPLY_FILM: apply the film that the active surfaces are adhered with (B, C)
 * @CW_STEP_APPLY_ADHESIVE: apply the adhesive of the backsides
 * @CW_STEP_PLACE_DIES: place the dies, face up in method A, face down in B and C
 * @CW_STEP_FILL: fill around the dies; in C this is the first filling
 * @CW_STEP_PLANARISE: planarise the filling, in B and C together with the backs of the dies
 * @CW_STEP_ADHERE_SUBSTRATE: adhere the organic substrate to filling and dies (B, C)
 * @CW_STEP_TURN_OVER: turn the assembly over
 * @CW_STEP_REMOVE_CARRIER: remove carrier and film (C)
 * @CW_STEP_REMOVE_FILLING: remove the first filling (C)
 * @CW_STEP_SECOND_FILL: fill again, planar to the active surfaces (C)
 * @CW_STEP_THIN_SHEET: thin the insulating substrate (B)
 * @CW_STEP_DEPOSIT_DIELECTRIC: deposit the dielectric level named
 * @CW_STEP_OPEN_HOLES: pattern thru-holes into the dielectric or thin organic level named
 * @CW_STEP_FILL_VIAS: fill the holes of the level named with a conductor of its own
 * @CW_STEP_DEPOSIT_WIRING: deposit and pattern the wiring level named
 * @CW_STEP_DEPOSIT_PASSIVATION: deposit the passivation
 * @CW_STEP_OPEN_PASSIVATION: open the passivation over the bonding pads
 * @CW_STEP_DEPOSIT_UBM: deposit the under-bump metal
 * @CW_STEP_ATTACH_BALLS: put the bonding points on
 * @CW_STEP_SINGULATE: cut the units apart
 * @CW_STEP_DEPOSIT_THIN_ORGANIC: put the thin organic layer on filling and dies (A)
 *
 * What a step does.
 */
typedef enum
{
  CW_STEP_PROVIDE_SUBSTRATE,
  CW_STEP_PROVIDE_HEAT,
  CW_STEP_LAMINATE,
  CW_STEP_FORM_CAVITIES,
  CW_STEP_PROVIDE_SHEET,
  CW_STEP_PROVIDE_CARRIER,
  CW_STEP_APPLY_FILM,
  CW_STEP_APPLY_ADHESIVE,
  CW_STEP_PLACE_DIES,
  CW_STEP_FILL,
  CW_STEP_PLANARISE,
  CW_STEP_ADHERE_SUBSTRATE,
  CW_STEP_TURN_OVER,
  CW_STEP_REMOVE_CARRIER,
  CW_STEP_REMOVE_FILLING,
  CW_STEP_SECOND_FILL,
  CW_STEP_THIN_SHEET,
  CW_STEP_DEPOSIT_DIELECTRIC,
  CW_STEP_OPEN_HOLES,
  CW_STEP_FILL_VIAS,
  CW_STEP_DEPOSIT_WIRING,
  CW_STEP_DEPOSIT_PASSIVATION,
  CW_STEP_OPEN_PASSIVATION,
  CW_STEP_DEPOSIT_UBM,
  CW_STEP_ATTACH_BALLS,
  CW_STEP_SINGULATE,
  CW_STEP_DEPOSIT_THIN_ORGANIC,
  CW_N_STEP_KINDS
} CwStepKind;

/**
 * CwStep:
 * @kind: what it does
 * @level: index of the level that it makes or works on, %CW_LEVEL_NONE where the kind names none
 * @material: index of the material of what is not in the stack (carrier, film, first filling of
 *   method C, separate filling of vias), %CW_MATERIAL_NONE where the kind has none of its own
 * @thickness: of what is not in the stack, or of what the sheet has before it is thinned, or how
 *   far a filling stands over the dies before it is planarised, 0 where the kind has none [nm]
 * @temperature: highest temperature of the step [m°C], 0 when unknown
 *
 * One step of a flow.
 */
typedef struct
{
  CwStepKind kind;
  guint8 level;
  guint8 material;
  CwCoord thickness;
  gint32 temperature;
} CwStep;

/**
 * CwFlow:
 *
 * The process flow of a package: a method and its steps in order. Immutable, reference-counted.
 * A wrong order can be held and is reported by cw_flow_check().
 */
typedef struct _CwFlow CwFlow;

struct _CwFlow
{
  /*< private >*/
  gatomicrefcount ref_count;
  /*< public >*/
  CwMethod method;
  guint n_steps;
  CwStep steps[];
};

CwFlow *cw_flow_new (CwMethod method, const CwStep *steps, gsize n_steps);
CwFlow *cw_flow_ref (CwFlow *self);
void cw_flow_unref (CwFlow *self);
gboolean cw_flow_equal (const CwFlow *a, const CwFlow *b);
gint cw_flow_find (const CwFlow *self, CwStepKind kind, guint level);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwFlow, cw_flow_unref)

/**
 * CwFlowFinding:
 * @step: index of the step that is wrong, or the number of steps when one is missing
 * @severity: whether it is refused or only noted
 * @what: label and name of the step, what is wrong and why, one line
 * @source: where that is said, such as `claim 82` or a published window
 *
 * A step in the wrong place or out of its window.
 */
typedef struct
{
  guint step;
  CwSeverity severity;
  char *what;
  char *source;
} CwFlowFinding;

/**
 * CwFlowOption:
 * @step: a step that the claims leave to choice, as the template has it
 * @index: where the flow has it, -1 when it does not
 *
 * A step that a flow may have or not.
 */
typedef struct
{
  CwStep step;
  gint index;
} CwFlowOption;

CwTechnology *cw_technology_new_method (CwMethod method, CwSubstrateKind substrate,
                                        guint n_wiring_levels);
CwFlow *cw_flow_new_template (const CwTechnology *technology, CwMethod method);
CwFlow *cw_technology_dup_flow (const CwTechnology *self);
GArray *cw_flow_list_options (const CwFlow *self, const CwTechnology *technology);
CwFlow *cw_flow_dup_with_step (const CwFlow *self, const CwTechnology *technology, CwStepKind kind,
                               guint level);
CwFlow *cw_flow_dup_without_step (const CwFlow *self, const CwTechnology *technology, guint step);
CwFlow *cw_flow_dup_moved (const CwFlow *self, guint step, guint to);
CwFlow *cw_flow_dup_set_step (const CwFlow *self, guint step, const CwStep *value);

char *cw_flow_dup_step_label (const CwFlow *self, guint step);
char *cw_flow_dup_step_name (const CwFlow *self, const CwTechnology *technology, guint step);
const char *cw_flow_get_note (const CwFlow *self, guint step);
GPtrArray *cw_flow_check (const CwFlow *self, const CwTechnology *technology);
void cw_flow_finding_free (CwFlowFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwFlowFinding, cw_flow_finding_free)

const char *cw_method_get_name (CwMethod method);
gboolean cw_method_parse (const char *text, CwMethod *method);
const char *cw_step_kind_get_name (CwStepKind kind);

G_END_DECLS
