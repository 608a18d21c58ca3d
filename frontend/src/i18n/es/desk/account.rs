//! Signing in, first steps, the second factor.

use conoceles_shared::api::Length;

use super::range;
use crate::i18n::macros::words;

words! {
    /// Signing in, first steps, one's own password.
    Account {
        steps: [&'static str; 3] = ["Contraseña propia", "Acuse de recibo", "Listo"];
        staff_steps: [&'static str; 3] = ["Contraseña propia", "Segundo factor", "Listo"];
        sign_in = "Iniciar sesión";
        sign_in_lead = "Para actores políticos y personal del Instituto. Consultar candidaturas no requiere cuenta.";
        login = "Usuario";
        password = "Contraseña";
        show_password = "Mostrar contraseña";
        own_computer = "Este es mi propio equipo";
        own_computer_hint(days: i64) = format!("Márquela solo si nadie más lo usa: la sesión puede seguir abierta al cerrar el navegador, y lo que escriba sin conexión se conserva aquí hasta {days} días. Sin la marca, la sesión termina al cerrar el navegador, y lo que no se haya enviado se borra al cerrar la pestaña.");
        farewell_owed = "La sesión se cerró en este equipo y aquí no queda nada de ella. El servidor todavía no lo sabe, porque no hay conexión: se le avisará en cuanto vuelva, antes de que alguien inicie sesión.";
        signing_in = "Iniciando sesión…";
        login_missing = "Usuario: escríbalo como aparece en la hoja que recibió.";
        password_missing = "Contraseña: escríbala.";
        cannot_enter = "Si no puede entrar, pida a la Unidad de Transparencia que inicie la recuperación de su cuenta.";
        first_time = "Si es su primera vez";
        first_time_text = "Use el usuario y la contraseña temporal de la hoja que le entregó la Unidad de Transparencia. Se le pedirá crear una contraseña propia y firmar el acuse de recibo.";
        sessions = "Sesiones abiertas";
        sessions_hint = "Si no reconoce alguna, ciérrela y cambie su contraseña.";
        session_this = "Esta sesión";
        session_closed = "La sesión se cerró.";
        close_session = "Cerrarla";
        session_ends_text = "Nada de lo que escribió se pierde.";
        stay = "Seguir trabajando";
        session_ended = "Su sesión terminó";
        session_ended_text = "Inicie sesión otra vez. Lo que escribió sigue abajo y no se ha perdido.";
        change_password = "Cambiar contraseña";
        current_password = "Contraseña actual";
        new_password = "Contraseña nueva";
        new_password_hint(length: Length) = format!("De {} caracteres, con espacios si quiere. Lo mejor: tres o más palabras sin relación entre sí; no necesita números ni signos.", range(length));
        confirmation = "Repita la contraseña nueva";
        current_missing = "Contraseña actual: escríbala.";
        mismatch = "Las dos contraseñas no son iguales.";
        save_password = "Guardar contraseña";
        password_saved = "La contraseña se guardó.";
        first_password = "Primer acceso: cree su contraseña";
        first_password_text = "La contraseña temporal deja de servir en cuanto guarde la suya. Nadie más la conoce, tampoco el Instituto.";
        receipt_page = "Primer acceso: acuse de recibo";
        receipt = "Acuse de recibo de la cuenta";
        receipt_actor = "Actor político";
        receipt_who = "Recibe";
        receipt_election = "Elección";
        receipt_candidacies = "Candidaturas a capturar";
        receipt_received = "Recibido por primera vez";
        period_starts = "Al aceptar se fija su periodo de captura";
        period_running = "Su periodo de captura ya está fijado";
        accept_first = "Recibí la cuenta y conozco cuándo empieza y cuándo termina mi plazo de captura.";
        accept_later = "Recibí la cuenta y conozco el plazo y las reglas de captura.";
        accept_missing = "Marque la casilla para confirmar que recibió la cuenta.";
        accept = "Aceptar y empezar";
        receipt_accepted = "Listo: el acuse de recibo de la cuenta quedó firmado. Puede descargarlo en «Mis candidaturas».";
        session_device(device: &str) = format!("{device}.");
        await_title = "Su cuenta espera su activación";
        await_text = "Otra persona que administra el sistema debe activarla: así, nadie puede crear por sí solo las cuentas que revisan y publican. Cuando lo haga, vuelva a cargar esta página.";
        await_again = "Volver a comprobar";
        session_started(when: &str) = format!("Iniciada el {when}");
        session_used(when: &str) = format!("Último uso: {when}");
        session_ends(minutes: i64) = if minutes <= 1 {
            "Su sesión termina en menos de un minuto".into()
        } else {
            format!("Su sesión termina en {minutes} minutos")
        };
        period_text(start: &str, end: &str) = format!("Empieza el {start}. Termina el {end}.");
    }
}

words! {
    /// The second factor: giving its code, setting it up, its recovery codes.
    SecondFactor {
        again_title = "Confirme que es usted";
        again_text = "Lo que va a hacer no se puede deshacer. Escriba el código que muestra ahora la aplicación de su teléfono; después repita la acción.";
        again_send = "Confirmar código";
        again_given = "El código es correcto. Repita ahora lo que iba a hacer.";
        code_title = "Segundo paso: su código";
        code_text = "Abra la aplicación de su teléfono y escriba el código de 6 dígitos de Conóceles. Si no tiene el teléfono, escriba uno de sus códigos de recuperación.";
        code = "Código";
        code_hint = "6 dígitos, o un código de recuperación como abcd-efgh-jkmn.";
        code_missing = "Código: escríbalo.";
        code_send = "Entrar";
        code_sending = "Comprobando…";
        code_lost = "Si perdió el teléfono y también los códigos de recuperación, la Unidad de Transparencia debe comprobar su identidad y reiniciar su segundo factor (el código de su teléfono).";
        code_over = "Pasó demasiado tiempo. Escriba otra vez su usuario y su contraseña.";
        other_account = "Usar otra cuenta";
        first_title = "Primer acceso: active su segundo factor";
        first_text = "Su función en el Instituto requiere un segundo factor: además de la contraseña, un código de su teléfono que cambia cada 30 segundos. Así, quien averigüe su contraseña no puede entrar.";
        need = "Necesita una aplicación de códigos (TOTP), por ejemplo Aegis, FreeOTP, Google Authenticator o Microsoft Authenticator. No requiere conexión ni número de teléfono.";
        show_key = "Mostrar la clave";
        scan = "1. Añada Conóceles a la aplicación";
        scan_text = "Elija «añadir» o «escanear código QR» en la aplicación y apunte la cámara a la imagen.";
        picture = "Código QR con la clave de su segundo factor. La misma clave está escrita abajo.";
        key = "Si no puede escanear, escriba esta clave";
        confirm = "2. Escriba el código que muestra la aplicación";
        confirm_hint = "6 dígitos. La clave empieza a contar cuando este código es correcto.";
        confirm_send = "Confirmar";
        codes_title = "Guarde sus códigos de recuperación";
        codes_once = "Estos códigos se muestran una sola vez";
        codes_text = "Cada uno sirve una vez, en lugar del código del teléfono. Guárdelos donde no dependan de él: impresos, o en un administrador de contraseñas. Los anteriores ya no sirven.";
        copy = "Copiar";
        copied = "Los códigos se copiaron.";
        not_copied = "El navegador no permitió copiar. Descárguelos o imprímalos.";
        download = "Descargar";
        print = "Imprimir";
        codes_done = "Ya los guardé; continuar";
        file_name = "conoceles-codigos-de-recuperacion.txt";
        file_head = "Conóceles: códigos de recuperación. Cada uno sirve una vez.";
        title = "Segundo factor";
        open = "Segundo factor de inicio de sesión";
        open_hint = "Un código de su teléfono, además de la contraseña.";
        off = "Su cuenta no tiene segundo factor. Con él, la contraseña sola no basta para entrar.";
        required = "Su función lo requiere: puede renovarlo, pero no desactivarlo.";
        turn_on = "Activar";
        renew = "Renovar (otro teléfono u otros códigos)";
        turn_off = "Desactivar";
        proof_on = "Activar el segundo factor";
        proof_renew = "Renovar el segundo factor";
        proof_off = "Desactivar el segundo factor";
        proof_text = "Compruebe que es usted. Después se cerrarán sus otras sesiones.";
        go_on = "Continuar";
        cancel = "Cancelar";
        now_off = "El segundo factor quedó desactivado.";
        now_on = "El segundo factor quedó activo.";
        active = "Segundo factor activo";
        inactive = "Sin segundo factor";
        recover_text = "Otra persona que administre debe confirmarlo en «Por confirmar». Entonces terminan su contraseña y todas sus sesiones, y a quien confirma se le da un código de un solo uso que vence en 2 días. Entréguelo en persona a quien usa la cuenta: con él elige una contraseña que nadie más conoce. Sin correo configurado, la hoja impresa es el medio.";
        recover_start = "Proponer la recuperación";
        recover_factor = "También perdió el teléfono y los códigos de recuperación: quitar su segundo factor";
        recover_factor_hint = "Márquelo solo después de comprobar su identidad en persona. Queda en la bitácora.";
        recover_sheet = "Hoja de recuperación";
        recover_once = "Este código se muestra una sola vez";
        recover_code = "Código de recuperación de cuenta";
        recover_sheet_text = "En el inicio de sesión escriba este código en lugar de la contraseña. Se le pedirá el código de su teléfono (segundo factor), si lo tiene activo, y crear una contraseña que solo usted conozca. Si usted no pidió la recuperación, avise a la Unidad de Transparencia.";
        since(when: &str) = format!("Activo desde el {when}.");
        left(n: u32) = match n {
            0 => "Ya no le quedan códigos de recuperación: renueve su segundo factor.".to_owned(),
            1 => "Le queda 1 código de recuperación: renueve su segundo factor.".to_owned(),
            n => format!("Le quedan {n} códigos de recuperación."),
        };
        expires(when: &str) = format!("La clave vence el {when} si no la confirma.");
        recover(login: &str) = format!("Recuperar el acceso de {login}");
    }
}
