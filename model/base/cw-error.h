/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copyright 2026 The Chipwright developers */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CW_MODEL_ERROR (cw_model_error_quark ())

/**
 * CwModelError:
 * @CW_MODEL_ERROR_VALUE: a value out of its range
 * @CW_MODEL_ERROR_REFERENCE: a reference to something that is not there, or is still needed
 * @CW_MODEL_ERROR_DUPLICATE: a name that exists already
 * @CW_MODEL_ERROR_GEOMETRY: an outline or a path that is none
 * @CW_MODEL_ERROR_SYNTAX: text that is not a number, a length or an expression
 * @CW_MODEL_ERROR_CANCELLED: the work was cancelled
 *
 * What the model refuses.
 */
typedef enum
{
  CW_MODEL_ERROR_VALUE,
  CW_MODEL_ERROR_REFERENCE,
  CW_MODEL_ERROR_DUPLICATE,
  CW_MODEL_ERROR_GEOMETRY,
  CW_MODEL_ERROR_SYNTAX,
  CW_MODEL_ERROR_CANCELLED,
} CwModelError;

GQuark cw_model_error_quark (void);

G_END_DECLS
