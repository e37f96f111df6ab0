/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "model/check/cw-check.h"
#include "model/connect/cw-connect.h"
#include "model/connect/cw-field.h"

G_BEGIN_DECLS

#define CW_NET_CLASS_NONE CW_N_NET_CLASSES /* of what has no net */

/* The rules of a technology, ready to be looked up: of all rules of a kind that hold somewhere, the
 * one with the greatest value, for whoever keeps it keeps the others. */
typedef struct
{
  CwTechnology *technology;
  guint n_levels;
  gint16 best[CW_N_RULE_KINDS][CW_MAX_LEVELS][CW_N_NET_CLASSES + 1][CW_N_NET_CLASSES + 1];
  CwCoord greatest[CW_N_RULE_KINDS][CW_MAX_LEVELS]; /* value, 0 for no rule [nm] */
  gboolean has[CW_N_RULE_KINDS];
  gboolean by_class;                 /* whether the class of a net matters */
  guint roles;                       /* of shapes that some kind looks at by themselves */
  CwCoord pair_reach[CW_MAX_LEVELS]; /* how near two nets must be to be looked at [nm] */
  guint8 metal_below[CW_MAX_LEVELS]; /* nearest level of metal, or CW_LEVEL_NONE */
  guint8 metal_above[CW_MAX_LEVELS];
} CwCheckRules;

CwCheckRules *cw_check_rules_new (CwTechnology *technology);
void cw_check_rules_free (CwCheckRules *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CwCheckRules, cw_check_rules_free)

/* What a rule kind works with. Without a field, neighbours come from the index of the design. */
typedef struct
{
  CwDesign *design;
  const CwCheckRules *rules;
  CwField *field;            /* nullable */
  CwConnectBuilder *builder; /* nullable: told of what touches within a net */
  CwConnect *connect;        /* nullable: for kinds about nets */
  GArray *found;             /* of CwViolation */
} CwCheckContext;

/* One kind of rule is one file with one of these. A kind looks at pairs of shapes, at
 * shapes, or at nets; what it does not look at is NULL. */
typedef struct
{
  const char *name;
  CwRuleKind rule;
  /* how far apart two shapes on a level may be and still matter to each other [nm] */
  CwCoord (*reach) (const CwCheckRules *rules, guint level);
  /* shapes of different items and nets on one level of metal, within reach */
  void (*run_pair) (CwCheckContext *context, const CwShape *a, const CwShape *b, const CwGap *gap);
  guint roles; /* a bit for each role of shape that it looks at */
  void (*run_shape) (CwCheckContext *context, const CwShape *shape);
  /* a net in several islands */
  void (*run_net) (CwCheckContext *context, CwId net);
} CwCheckKind;

extern const CwCheckKind cw_check_width;
extern const CwCheckKind cw_check_clearance;
extern const CwCheckKind cw_check_enclosure;
extern const CwCheckKind cw_check_short;
extern const CwCheckKind cw_check_open;
extern const CwCheckKind cw_check_die_outside;

extern const CwCheckKind *const cw_check_kinds[CW_N_RULE_KINDS];

gint cw_check_find_rule (const CwCheckContext *context, CwRuleKind kind, guint level, CwId net_a,
                         CwId net_b);
void cw_check_append (CwCheckContext *context, gint rule, CwViolation violation);
gboolean cw_check_foreach_near (CwCheckContext *context, guint level, CwBox box, CwCopperFunc func,
                                gpointer user_data);

/* what the whole and the incremental check share */
void cw_check_pair (CwCheckContext *context, const CwShape *a, const CwShape *b);
void cw_check_shape (CwCheckContext *context, const CwShape *shape);
gboolean cw_check_are_surely_apart (const CwShape *a, const CwShape *b, CwCoord limit);
gboolean cw_check_needs_connect (const CwCheckRules *rules);

gint cw_violation_compare_subject (const CwViolation *a, const CwViolation *b);
gint cw_violation_compare (const CwViolation *a, const CwViolation *b);
void cw_violations_reduce (GArray *violations);

/* A sorted list in chunks that versions share. */
typedef struct _CwViolationList CwViolationList;

CwViolationList *cw_violation_list_new (const GArray *violations);
CwViolationList *cw_violation_list_ref (CwViolationList *self);
void cw_violation_list_unref (CwViolationList *self);
CwViolationList *cw_violation_list_replace (CwViolationList *self, const GArray *removed,
                                            const GArray *added);
void cw_violation_list_append_open (const CwViolationList *self, CwId net, GArray *violations);
gsize cw_violation_list_get_length (const CwViolationList *self);
const CwViolation *cw_violation_list_get (const CwViolationList *self, gsize index);

struct _CwCheckResult
{
  gatomicrefcount ref_count;
  CwDesign *design;
  CwViolationList *violations;
  CwConnect *connect; /* nullable: when no rule asks for it */
  gboolean is_complete;
};

CwCheckResult *cw_check_result_new (CwDesign *design, CwViolationList *violations,
                                    CwConnect *connect);

G_END_DECLS
