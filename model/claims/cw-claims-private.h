/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/check/cw-check.h"
#include "model/claims/cw-claim-coverage.h"
#include "model/claims/cw-claim.h"
#include "model/connect/cw-connect.h"
#include "model/package/cw-flow.h"
#include "model/package/cw-panel.h"

G_BEGIN_DECLS

#define CW_SAMPLE 50 /* how many of many items are shown as evidence */

/* items of which a few are kept */
typedef struct
{
  gsize n;
  guint n_kept;
  CwId kept[CW_SAMPLE];
} CwSample;

static inline void
cw_sample_add (CwSample *self, CwId id)
{
  self->n++;
  if (self->n_kept < CW_SAMPLE)
    self->kept[self->n_kept++] = id;
}

/* What the features of a design are looked for in, collected once. */
typedef struct
{
  CwDesign *design; /* with the claims' rules */
  CwTechnology *technology;
  CwFlow *flow;
  CwConnect *connect;
  GPtrArray *findings; /* of CwFlowFinding */
  GHashTable *first_holes;

  guint8 substrates[2]; /* its lowest and next substrate level */
  guint8 heat;
  guint8 die;
  guint8 thin_organic;
  guint8 passivation;
  guint8 ball;
  guint n_wiring;
  guint8 wiring[CW_MAX_LEVELS];
  guint8 below[CW_MAX_LEVELS]; /* the insulator below each, or CW_LEVEL_NONE */

  GArray *dies;  /* of CwId */
  GArray *types; /* of CwId, those of placed dies, without repetition */
  guint units;   /* packages on the panel */
  CwSample single_modules;
  CwSample plural_modules;
  CwSample cavities;              /* with a die on the floor */
  CwSample openings;              /* of them, those down to the heat-conducting layer */
  guint n_drafted;                /* of those, with leaning walls */
  CwSample with[CW_MAX_LEVELS];   /* vias filled with the wiring, by ordinal of the wiring above */
  CwSample before[CW_MAX_LEVELS]; /* filled before it */
  CwSample stacked;               /* holes of the second level over ones of the first */
  CwSample landed;                /* holes of the second level from the first wiring */
  CwSample pads;                  /* bonding pads */
  CwSample points[CW_N_BALL_KINDS];
  CwSample buses; /* on power and ground */
  CwSample passives[CW_N_PASSIVE_KINDS];
  CwSample loop; /* pieces of one net that leads from device to device */
  CwId loop_net;
  gsize n_loops;
  CwSample circuit; /* pieces of one net from die pad to bonding pad */
  gsize n_circuits;
  gsize first_violation[CW_N_RULE_KINDS]; /* they are sorted by kind */
  gsize n_violations[CW_N_RULE_KINDS];
  const CwCheckResult *result;
} CwClaimContext;

CwClaimContext *cw_claim_context_new (CwDesign *design, const CwCheckResult *result);
void cw_claim_context_free (CwClaimContext *self);
guint cw_claim_context_get_n_vias (const CwClaimContext *self, guint ordinal);
guint cw_claim_context_get_n_points (const CwClaimContext *self);
gboolean cw_claim_context_has_type (const CwClaimContext *self, CwId id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwClaimContext, cw_claim_context_free)

/* What speaks for a state. */
typedef struct
{
  CwClaimState state;
  GString *reason;
  GArray *items; /* of CwId */
  GArray *steps; /* of guint, indexes in the flow */
} CwEvidence;

typedef CwClaimState (*CwFeatureFunc) (const CwClaimContext *context, const CwClaim *claim,
                                       CwEvidence *evidence);

CwClaimState cw_evidence_say (CwEvidence *self, CwClaimState state, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void cw_evidence_add_item (CwEvidence *self, CwId id);
void cw_evidence_add_sample (CwEvidence *self, const CwSample *sample);
void cw_evidence_add_ids (CwEvidence *self, const GArray *ids);

/* one step that a chain asks for; a level of CW_LEVEL_NONE stands for any */
typedef struct
{
  CwStepKind kind;
  guint level;
} CwLink;

gboolean cw_evidence_has_chain (CwEvidence *self, const CwClaimContext *context,
                                const CwLink *links, gsize n_links);
CwStepKind cw_claim_context_get_deposit (const CwClaimContext *self, guint level);
const char *cw_claim_context_get_level_name (const CwClaimContext *self, guint level);

/* features by file */
CwClaimState cw_feature_structure (const CwClaimContext *context, const CwClaim *claim,
                                   CwEvidence *evidence);
CwClaimState cw_feature_module (const CwClaimContext *context, const CwClaim *claim,
                                CwEvidence *evidence);
CwClaimState cw_feature_same (const CwClaimContext *context, const CwClaim *claim,
                              CwEvidence *evidence);
CwClaimState cw_feature_different (const CwClaimContext *context, const CwClaim *claim,
                                   CwEvidence *evidence);
CwClaimState cw_feature_internal (const CwClaimContext *context, const CwClaim *claim,
                                  CwEvidence *evidence);
CwClaimState cw_feature_loop (const CwClaimContext *context, const CwClaim *claim,
                              CwEvidence *evidence);
CwClaimState cw_feature_greater (const CwClaimContext *context, const CwClaim *claim,
                                 CwEvidence *evidence);
CwClaimState cw_feature_bus (const CwClaimContext *context, const CwClaim *claim,
                             CwEvidence *evidence);
CwClaimState cw_feature_one_layer (const CwClaimContext *context, const CwClaim *claim,
                                   CwEvidence *evidence);
CwClaimState cw_feature_on_thin_organic (const CwClaimContext *context, const CwClaim *claim,
                                         CwEvidence *evidence);
CwClaimState cw_feature_layers (const CwClaimContext *context, const CwClaim *claim,
                                CwEvidence *evidence);
CwClaimState cw_feature_holes (const CwClaimContext *context, const CwClaim *claim,
                               CwEvidence *evidence);
CwClaimState cw_feature_vias (const CwClaimContext *context, const CwClaim *claim,
                              CwEvidence *evidence);
CwClaimState cw_feature_circuit (const CwClaimContext *context, const CwClaim *claim,
                                 CwEvidence *evidence);
CwClaimState cw_feature_passive (const CwClaimContext *context, const CwClaim *claim,
                                 CwEvidence *evidence);
CwClaimState cw_feature_passive_kind (const CwClaimContext *context, const CwClaim *claim,
                                      CwEvidence *evidence);
CwClaimState cw_feature_passive_wiring (const CwClaimContext *context, const CwClaim *claim,
                                        CwEvidence *evidence);
CwClaimState cw_feature_dielectric_listed (const CwClaimContext *context, const CwClaim *claim,
                                           CwEvidence *evidence);
CwClaimState cw_feature_cavity (const CwClaimContext *context, const CwClaim *claim,
                                CwEvidence *evidence);
CwClaimState cw_feature_heat (const CwClaimContext *context, const CwClaim *claim,
                              CwEvidence *evidence);
CwClaimState cw_feature_heat_metal (const CwClaimContext *context, const CwClaim *claim,
                                    CwEvidence *evidence);
CwClaimState cw_feature_cores (const CwClaimContext *context, const CwClaim *claim,
                               CwEvidence *evidence);
CwClaimState cw_feature_moulded (const CwClaimContext *context, const CwClaim *claim,
                                 CwEvidence *evidence);
CwClaimState cw_feature_filling (const CwClaimContext *context, const CwClaim *claim,
                                 CwEvidence *evidence);
CwClaimState cw_feature_filling_listed (const CwClaimContext *context, const CwClaim *claim,
                                        CwEvidence *evidence);
CwClaimState cw_feature_first_filling_listed (const CwClaimContext *context, const CwClaim *claim,
                                              CwEvidence *evidence);
CwClaimState cw_feature_second_filling (const CwClaimContext *context, const CwClaim *claim,
                                        CwEvidence *evidence);
CwClaimState cw_feature_thin_organic_range (const CwClaimContext *context, const CwClaim *claim,
                                            CwEvidence *evidence);
CwClaimState cw_feature_sheet_listed (const CwClaimContext *context, const CwClaim *claim,
                                      CwEvidence *evidence);
CwClaimState cw_feature_sheet_thinned (const CwClaimContext *context, const CwClaim *claim,
                                       CwEvidence *evidence);
CwClaimState cw_feature_carrier_listed (const CwClaimContext *context, const CwClaim *claim,
                                        CwEvidence *evidence);
CwClaimState cw_feature_passivation (const CwClaimContext *context, const CwClaim *claim,
                                     CwEvidence *evidence);
CwClaimState cw_feature_points (const CwClaimContext *context, const CwClaim *claim,
                                CwEvidence *evidence);
CwClaimState cw_feature_points_listed (const CwClaimContext *context, const CwClaim *claim,
                                       CwEvidence *evidence);
CwClaimState cw_feature_method (const CwClaimContext *context, const CwClaim *claim,
                                CwEvidence *evidence);
CwClaimState cw_feature_hole_step (const CwClaimContext *context, const CwClaim *claim,
                                   CwEvidence *evidence);
CwClaimState cw_feature_via_with (const CwClaimContext *context, const CwClaim *claim,
                                  CwEvidence *evidence);
CwClaimState cw_feature_via_before (const CwClaimContext *context, const CwClaim *claim,
                                    CwEvidence *evidence);
CwClaimState cw_feature_deposition (const CwClaimContext *context, const CwClaim *claim,
                                    CwEvidence *evidence);
CwClaimState cw_feature_next_layer (const CwClaimContext *context, const CwClaim *claim,
                                    CwEvidence *evidence);
CwClaimState cw_feature_repeat (const CwClaimContext *context, const CwClaim *claim,
                                CwEvidence *evidence);
CwClaimState cw_feature_singulate (const CwClaimContext *context, const CwClaim *claim,
                                   CwEvidence *evidence);
CwClaimState cw_feature_unit (const CwClaimContext *context, const CwClaim *claim,
                              CwEvidence *evidence);

G_END_DECLS
