/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "widgets/tool/cw-query.h"

G_BEGIN_DECLS

/* the lengths and numbers follow the texts */
typedef enum
{
  CW_QUERY_TYPE,
  CW_QUERY_NAME,
  CW_QUERY_NET,
  CW_QUERY_CLASS,
  CW_QUERY_LEVEL,
  CW_QUERY_FORM,
  CW_QUERY_TEXT,
  CW_QUERY_DIE,
  CW_QUERY_MODULE,
  CW_QUERY_DIAMETER,
  CW_QUERY_WIDTH,
  CW_QUERY_LENGTH,
  CW_QUERY_HEIGHT,
  CW_QUERY_HOLE,
  CW_QUERY_LAND,
  CW_QUERY_BALL,
  CW_QUERY_X,
  CW_QUERY_Y,
  CW_QUERY_SIZE,
  CW_QUERY_PADS,
  CW_N_QUERY_PROPERTIES
} CwQueryProperty;

typedef enum
{
  CW_QUERY_EQUAL,
  CW_QUERY_UNEQUAL,
  CW_QUERY_LIKE,
  CW_QUERY_UNLIKE,
  CW_QUERY_LESS,
  CW_QUERY_AT_MOST,
  CW_QUERY_MORE,
  CW_QUERY_AT_LEAST,
} CwQuerySign;

typedef enum
{
  CW_QUERY_AND,
  CW_QUERY_OR,
  CW_QUERY_NOT,
  CW_QUERY_TEST,
  CW_QUERY_LOCKED,
} CwQueryNodeKind;

typedef struct _CwQueryNode CwQueryNode;

struct _CwQueryNode
{
  CwQueryNodeKind kind;
  CwQueryProperty property;
  CwQuerySign sign;
  char **values;      /* of texts; of the two signs for likeness in lower case with stars */
  GPtrArray *likes;   /* of GPatternSpec */
  gint64 number;      /* [nm] */
  guint kinds;        /* of types, bits of CwFilter */
  guint index;        /* among the tests */
  CwQueryNode *first; /* of and, or, not */
  CwQueryNode *second;
};

struct _CwQuery
{
  gatomicrefcount ref_count;
  CwQueryNode *root; /* NULL: nothing is met */
  guint n_tests;
};

gboolean cw_query_get_number (const CwDesign *design, CwPick pick, CwQueryProperty property,
                              gint64 *number);
const char *cw_query_get_text (const CwDesign *design, CwPick pick, CwQueryProperty property);
guint64 cw_query_get_levels (const CwDesign *design, CwPick pick);
guint cw_query_find_type (const char *name);

G_END_DECLS
