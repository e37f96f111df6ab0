/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include "app/cw-window.h"
#include "model/design/cw-design.h"

G_BEGIN_DECLS

/**
 * CwWindowWork:
 * @file: what is read or written
 * @design: the design
 * @names: (nullable): files that were written
 * @make: (nullable): makes the bytes of an export
 *
 * What a worker thread of a window reads or writes.
 */
typedef struct
{
  GFile *file;
  CwDesign *design;
  GPtrArray *names;
  GBytes *(*make) (CwDesign *design, const char *path, GError **error);
} CwWindowWork;

CwWindowWork *cw_window_work_new (GFile *file, CwDesign *design);
void cw_window_work_start (CwWindow *self, CwWindowWork *work, GTaskThreadFunc func,
                           GAsyncReadyCallback done);
char *cw_window_work_dup_path (GFile *file, GError **error);
GFile *cw_window_get_folder (CwWindow *self);

G_END_DECLS
